namespace Esms;

/// <summary>Signs of GSM in the place of those that word processors set.</summary>
internal static class PlainSigns
{
    private const int FullWidth = '\uFF01' - '!';

    /// <summary>What to write; null when it stays as it is, empty when nobody sees it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where the sign starts.</param>
    /// <param name="length">How many characters of UTF-16 it takes.</param>
    public static string? At(string text, int position, out int length)
    {
        length = InvisibleCharacters.LengthAt(text, position);
        if (length > 0)
            return string.Empty;
        length = 1;
        return Of(text[position]);
    }

    private static string? Of(char sign) =>
        sign switch
        {
            '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u2035' or '`' or '\u00B4' or '\u275B' or '\u275C' => "'",
            '\u02B9' or '\u02BB' or '\u02BC' or '\u02BD' => "'",
            '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u2036' or '\u00AB' or '\u00BB' or '\u275D' or '\u275E' => "\"",
            '\u2039' => "<",
            '\u203A' => ">",
            (>= '\u2010' and <= '\u2015') or '\u2212' or '\u2043' or '\u02D7' or '\u2E3A' or '\u2E3B' or '\uFE58' or '\uFE63' => "-",
            _ when IsBullet(sign) => "-",
            '\u223C' or '\u301C' or '\u02DC' => "~",
            '\u2024' => ".",
            '\u2025' => "..",
            '\u2026' or '\u22EF' => "...",
            '\t' or '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u2800' or '\u3000' or '\u3164' or '\uFFA0' =>
                " ",
            '\u2028' or '\u2029' or '\u0085' or '\v' => "\n",
            '\u00D7' => "x",
            '\u20AB' => "d",
            >= '\uFB00' and <= '\uFB06' => LigatureOf(sign),
            '\uFF40' => "'",
            >= '\uFF01' and <= '\uFF5E' => ((char)(sign - FullWidth)).ToString(),
            '\uFFE1' => "£",
            '\uFFE5' => "¥",
            _ => null,
        };

    private static bool IsBullet(char sign) =>
        sign
            is '\u00B7'
                or '\u2022'
                or '\u2023'
                or '\u204C'
                or '\u204D'
                or '\u2219'
                or '\u22C5'
                or (>= '\u25A0' and <= '\u25A3')
                or '\u25AA'
                or '\u25AB'
                or '\u25B6'
                or '\u25B8'
                or '\u25BA'
                or '\u25C6'
                or '\u25C7'
                or '\u25C8'
                or '\u25C9'
                or '\u25CB'
                or '\u25CE'
                or '\u25CF'
                or '\u25D8'
                or '\u25D9'
                or '\u25E6'
                or '\u25FC'
                or '\u2756'
                or '\u27A2'
                or '\u27A4'
                or '\u2981'
                or '\u30FB'
                or '\uFF65';

    private static string LigatureOf(char sign) =>
        sign switch
        {
            '\uFB00' => "ff",
            '\uFB01' => "fi",
            '\uFB02' => "fl",
            '\uFB03' => "ffi",
            '\uFB04' => "ffl",
            _ => "st",
        };
}
