using System.Text.RegularExpressions;

namespace Esms.Emulator;

/// <summary>How a text is cut into SMS, and whether it follows a template.</summary>
internal static partial class SmsText
{
    /// <param name="isUnicode">Whether the send asks for Unicode, whatever letters the text has.</param>
    public static EsmsTextMeasure Measure(string text, bool isUnicode) => EsmsMessageText.Measure(text, EsmsSegmentRules.Sms, isUnicode);

    /// <param name="template">With variables as {P1,20}, or as {ma:6}: any text up to that length.</param>
    public static bool Follows(string text, string template)
    {
        var pattern = Variable().Replace(Regex.Escape(template), static match => $".{{0,{match.Groups["length"].Value}}}");
        return Regex.IsMatch(text, $"^{pattern}$", RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    [GeneratedRegex(@"\\\{[^,:}]*[,:](?<length>[0-9]{1,3})}", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
