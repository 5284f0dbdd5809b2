namespace Esms;

/// <summary>The default alphabet of GSM 03.38 and its extension. Switches, which need no table at run time.</summary>
internal static class GsmAlphabet
{
    /// <summary>How many septets a letter takes; 0 when the alphabet has it not.</summary>
    public static int UnitsOf(char letter) =>
        letter switch
        {
            '^' or '{' or '}' or '\\' or '[' or '~' or ']' or '|' or '\f' or '€' => 2,
            '`' => 0,
            (>= ' ' and <= '~') or '\n' or '\r' => 1,
            '£' or '¥' or '§' or '¤' or '¡' or '¿' => 1,
            'è' or 'é' or 'ù' or 'ì' or 'ò' or 'Ç' or 'Ø' or 'ø' or 'Å' or 'å' or 'Æ' or 'æ' or 'ß' or 'É' => 1,
            'Ä' or 'Ö' or 'Ñ' or 'Ü' or 'ä' or 'ö' or 'ñ' or 'ü' or 'à' => 1,
            'Δ' or 'Φ' or 'Γ' or 'Λ' or 'Ω' or 'Π' or 'Ψ' or 'Σ' or 'Θ' or 'Ξ' => 1,
            _ => 0,
        };

    /// <summary>Where the first character stands that the alphabet has not; -1 when there is none.</summary>
    public static int FirstBeyond(string text, int start = 0)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (UnitsOf(text[i]) == 0)
                return i;
        }
        return -1;
    }
}
