using System.Globalization;

namespace Esms.Toolkit.Reader.Check;

/// <summary>Numbers as contracts write them.</summary>
internal static class Numbers
{
    /// <summary>A code: digits and nothing else (int.TryParse alone would take "100\0").</summary>
    public static bool TryParseCode(string text, out int code)
    {
        code = 0;
        return text.All(static character => character is >= '0' and <= '9')
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out code);
    }

    /// <summary>A whole number of 32 bits, written in the one usual way.</summary>
    public static bool TryParseInt32(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
        && number.ToString(CultureInfo.InvariantCulture) == text;
}
