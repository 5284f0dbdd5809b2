using System.Text.RegularExpressions;

namespace Esms.Emulator;

/// <summary>How a text is cut into SMS, and whether it follows a template.</summary>
internal static partial class SmsText
{
    /// <summary>A text with letters outside of ASCII goes out as Unicode, asked for or not.</summary>
    public static bool IsUnicode(string text, bool isAsked) => isAsked || text.Any(static letter => letter > 127);

    /// <summary>As Unicode, a part holds fewer letters.</summary>
    public static int Parts(string text, bool isUnicode)
    {
        var (single, each) = IsUnicode(text, isUnicode) ? (70, 67) : (160, 153);
        return text.Length <= single ? 1 : (text.Length + each - 1) / each;
    }

    /// <param name="template">With variables as {P1,20}, or as {ma:6}: any text up to that length.</param>
    public static bool Follows(string text, string template)
    {
        var pattern = Variable().Replace(Regex.Escape(template), static match => $".{{0,{match.Groups["length"].Value}}}");
        return Regex.IsMatch(text, $"^{pattern}$", RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    [GeneratedRegex(@"\\\{[^,:}]*[,:](?<length>[0-9]{1,3})}", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
