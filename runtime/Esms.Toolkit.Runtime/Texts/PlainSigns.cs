namespace Esms;

/// <summary>Signs of GSM in the place of those that word processors set.</summary>
internal static class PlainSigns
{
    /// <summary>What to write; null when it stays as it is, empty when nobody sees it.</summary>
    public static string? Of(char sign) =>
        sign switch
        {
            '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u2032' or '\u02BC' or '`' or '\u00B4' => "'",
            '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u2033' or '\u00AB' or '\u00BB' => "\"",
            '\u2039' => "<",
            '\u203A' => ">",
            (>= '\u2010' and <= '\u2015') or '\u2212' or '\u2022' or '\u00B7' or '\u2043' => "-",
            '\u2026' => "...",
            '\t' or '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' => " ",
            '\u2028' or '\u2029' or '\u0085' or '\v' => "\n",
            '\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF' => string.Empty,
            '\u00D7' => "x",
            '\u20AB' => "d",
            _ => null,
        };
}
