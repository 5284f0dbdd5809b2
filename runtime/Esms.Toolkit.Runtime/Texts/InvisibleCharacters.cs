namespace Esms;

/// <summary>
/// Characters that nobody sees: they steer the direction of letters, join them, choose a variant, or nothing at all. Phones and word processors put
/// them round numbers and between words.
/// </summary>
internal static class InvisibleCharacters
{
    /// <summary>How many characters of UTF-16 the invisible one takes; 0 when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where it starts.</param>
    public static int LengthAt(string text, int position)
    {
        if (IsInvisible(text[position]))
            return 1;
        return EsmsMessageText.IsPair(text, position) && IsInvisible(char.ConvertToUtf32(text, position)) ? 2 : 0;
    }

    private static bool IsInvisible(char letter) =>
        letter switch
        {
            // Controls, but for those that break a line or a page.
            '\t' or '\n' or '\v' or '\f' or '\r' or '\u0085' => false,
            < ' ' or (>= '\u007F' and <= '\u009F') => true,
            '\u00AD' or '\u034F' or '\u061C' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5' => true,
            >= '\u180B' and <= '\u180F' => true,
            (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') => true,
            (>= '\uFE00' and <= '\uFE0F') or '\uFEFF' or (>= '\uFFF0' and <= '\uFFFB') => true,
            _ => false,
        };

    /// <summary>Format characters of shorthand and music, tags, and more variants.</summary>
    private static bool IsInvisible(int letter) =>
        letter is (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE0FFF);
}
