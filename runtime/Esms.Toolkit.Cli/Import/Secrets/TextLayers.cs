using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Esms.Cli.Import.Secrets;

/// <summary>A text can be written into another one: into an address, into a string of JSON, or into HTML. What it was before is looked at too.</summary>
internal static partial class TextLayers
{
    /// <returns>The text with one kind of writing undone, for each kind that it has.</returns>
    public static IEnumerable<string> Under(string text)
    {
        if (text.AsSpan().IndexOfAny('%', '\\', '&') < 0)
            return [];
        string[] layers = [Uri.UnescapeDataString(text), Escape().Replace(text, Unescape), WebUtility.HtmlDecode(text)];
        return layers.Where(layer => layer != text).Distinct(StringComparer.Ordinal);
    }

    private static string Unescape(Match escape) =>
        escape.Groups["code"] is { Success: true } code
            ? ((char)ushort.Parse(code.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
            : escape.Groups["sign"].Value switch
            {
                "n" or "r" or "t" or "b" or "f" => " ",
                var sign => sign,
            };

    [GeneratedRegex("""\\(?:u(?<code>[0-9a-fA-F]{4})|(?<sign>["\\/nrtbf]))""", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
