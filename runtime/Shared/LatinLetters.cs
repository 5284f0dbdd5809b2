using System.Globalization;

namespace Esms.Toolkit.Reader;

/// <summary>
/// Latin letters without their marks. string.Normalize needs ICU, and returns every text unchanged where there is none: in programs with
/// InvariantGlobalization, as the command is, and in small containers. So the letters that Unicode has with marks are listed here.
/// </summary>
internal static class LatinLetters
{
    /// <summary>The letters from U+00C0 to U+024F without marks; a space for those that are no Latin letter with marks.</summary>
    private const string Extended =
        "AAAAAA CEEEEIIIIDNOOOOO OUUUUY  aaaaaa ceeeeiiiidnooooo ouuuuy y"
        + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi  JjKk LlLlLlL"
        + "lLlNnNnNn   OoOoOo  RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZz "
        + "bBBb   Cc DDd    FfG   IKkl  NnOOo  Pp     tTtTUu VYyZz         "
        + "     D  L  N AaIiOoUuUuUuUuUu AaAa  GgGgKkOoOo  j D Gg  NnAa  Oo"
        + "AaAaEeEeIiIiOoOoRrRrUuUuSsTt  HhNd  ZzAaEeOoOoOoOoYylntj  ACcLTs"
        + "z  B  EeJj qRrYy";

    /// <summary>The same from U+1E00 to U+1EFF, where most letters of Vietnamese are.</summary>
    private const string Additional =
        "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm"
        + "MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv"
        + "WwWwWwWwWwXxXxYyZzZzZzhtwya     AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe"
        + "EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy    Yy";

    /// <summary>The letter without marks; letters of full width become usual ones, and whatever else there is stays as it is.</summary>
    public static char Plain(char letter) =>
        letter switch
        {
            < '\u00C0' => letter,
            <= '\u024F' => Known(letter, Extended[letter - '\u00C0']),
            >= '\u1E00' and <= '\u1EFF' => Known(letter, Additional[letter - '\u1E00']),
            >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
            _ => letter,
        };

    /// <summary>A text in plain letters, character by character: each is where it was, and marks that are characters of their own stay.</summary>
    public static string Plain(string text) => string.Create(text.Length, text, static (plain, text) => Write(plain, text));

    /// <summary>A text in plain letters, without marks that are characters of their own.</summary>
    public static string WithoutMarks(string text) => string.Concat(text.Where(static letter => !IsMark(letter)).Select(Plain));

    private static bool IsMark(char letter) => letter > '\u007F' && CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark;

    private static char Known(char letter, char plain) => plain == ' ' ? letter : plain;

    private static void Write(Span<char> plain, string text)
    {
        for (var i = 0; i < text.Length; i++)
            plain[i] = Plain(text[i]);
    }
}
