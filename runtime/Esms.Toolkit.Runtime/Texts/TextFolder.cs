using System.Text;

namespace Esms;

/// <summary>Writes a text in letters of GSM, as far as there are such.</summary>
internal static class TextFolder
{
    /// <summary>Changes are noted where somebody asks for them.</summary>
    public static string Fold(string text, EsmsFolding folding, List<EsmsTextChange>? changes)
    {
        StringBuilder? folded = null;
        var copied = 0;
        for (var i = 0; i < text.Length; )
        {
            var end = i + 1;
            if (Replacement(text, i, folding, ref end) is { } plain)
            {
                (folded ??= new StringBuilder(text.Length)).Append(text, copied, i - copied).Append(plain);
                copied = end;
                changes?.Add(new EsmsTextChange(i, text.Substring(i, end - i), plain));
            }
            i = end;
        }
        return folded?.Append(text, copied, text.Length - copied).ToString() ?? text;
    }

    /// <summary>What to write; null when the character stays as it is. Its end moves past its marks.</summary>
    private static string? Replacement(string text, int start, EsmsFolding folding, ref int end)
    {
        var (foldsMarks, foldsSigns) = ((folding & EsmsFolding.Diacritics) != 0, (folding & EsmsFolding.Typography) != 0);
        var length = 1;
        var sign = foldsSigns ? PlainSigns.At(text, start, out length) : null;
        end = start + length;
        var letter = sign is { Length: 1 } ? sign[0] : text[start];
        if (!foldsMarks || sign is { Length: > 1 } || !VietnameseLetters.TakesMarks(letter))
            return sign;
        // A mark behind a character that goes away would come to stand behind the letter.
        while (end < text.Length && (VietnameseLetters.IsMark(text[end]) ? 1 : InvisibleAt(text, end, foldsSigns)) is var passed and > 0)
            end += passed;
        var plain = VietnameseLetters.BaseOf(letter);
        return plain != '\0' ? plain.ToString() : sign ?? (end > start + 1 ? letter.ToString() : null);
    }

    private static int InvisibleAt(string text, int position, bool foldsSigns) => foldsSigns ? InvisibleCharacters.LengthAt(text, position) : 0;
}
