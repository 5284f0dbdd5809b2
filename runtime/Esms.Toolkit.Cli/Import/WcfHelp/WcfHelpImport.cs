using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Esms.Cli.Import.WcfHelp;

/// <summary>A call from a help page of the service (/help/operations/…), saved as HTML or copied as text.</summary>
internal static partial class WcfHelpImport
{
    /// <returns>The call, and the example answer, whose values are no real ones; null when the page has none.</returns>
    /// <exception cref="InvalidDataException">It is no such page.</exception>
    public static (ImportedCall Call, JsonObject? Example) Read(string path, string page, Notes notes)
    {
        var text = Plain(page);
        if (Url().Match(text) is not { Success: true } url || Method().Match(text) is not { Success: true } method)
            throw new InvalidDataException(
                $"{path}(1,1): there is no 'Url:' and 'HTTP Method:'. Save the help page of one operation, such as …/help/operations/GetSendStatus."
            );
        var address = url.Groups[1].Value;
        if (address.Contains("/xml/", StringComparison.Ordinal))
        {
            address = address.Replace("/xml/", "/json/", StringComparison.Ordinal);
            notes.Guess("The address has /json/ in the place of /xml/: the client reads JSON.");
        }
        var (host, fields) = CallAddress.Read(address, notes);
        var verb = method.Groups[1].Value.ToUpperInvariant();
        if (verb is not ("GET" or "POST"))
            throw new InvalidDataException($"{path}(1,1): the operation is called with {verb}; contracts know GET and POST.");
        notes.Guess("The service is described as it is, and not as its documentation has it; look whether the page of the operation agrees.");
        var body =
            verb == "POST"
                ? ExampleOf(text, "request")?.Select(static member => new ImportedField(member.Key, member.Value?.DeepClone())).ToList() ?? []
                : [];
        return (new ImportedCall(verb == "GET" ? "get" : "post", host, null, null, [.. fields, .. body]), ExampleOf(text, "response"));
    }

    private static JsonObject? ExampleOf(string text, string direction)
    {
        var json = Regex.Match(text, $@"example {direction} Json body:\s*(\{{.*?\n\}})", RegexOptions.Singleline | RegexOptions.IgnoreCase);
        if (json.Success)
            return JsonNode.Parse(json.Groups[1].Value)!.AsObject();
        var xml = Regex.Match(text, $@"example {direction} Xml body:\s*(<(\w+).*?</\2>)", RegexOptions.Singleline | RegexOptions.IgnoreCase);
        return xml.Success ? ObjectOf(XElement.Parse(xml.Groups[1].Value)) : null;
    }

    private static JsonObject ObjectOf(XElement element)
    {
        var members = new JsonObject();
        foreach (var group in element.Elements().GroupBy(static inner => inner.Name.LocalName, StringComparer.Ordinal))
        {
            var values = group.Select(ValueOf).ToList();
            members[group.Key] = values is [var one] ? one : new JsonArray([.. values]);
        }
        return members;
    }

    /// <summary>The page shows a number of the type, such as 2147483647, and "String content" for a text.</summary>
    private static JsonNode ValueOf(XElement element)
    {
        if (element.HasElements)
            return ObjectOf(element);
        try
        {
            return JsonNode.Parse(element.Value) is JsonValue value ? value : element.Value;
        }
        catch (JsonException)
        {
            return element.Value;
        }
    }

    /// <summary>The text of a page without its tags; what is escaped in it are the examples.</summary>
    private static string Plain(string page) =>
        page.Contains("<html", StringComparison.OrdinalIgnoreCase)
            ? WebUtility.HtmlDecode(Tag().Replace(Break().Replace(page, "\n"), string.Empty))
            : page;

    [GeneratedRegex(@"Url:\s*(\S+)")]
    private static partial Regex Url();

    [GeneratedRegex(@"HTTP Method:\s*(\w+)")]
    private static partial Regex Method();

    [GeneratedRegex("</(p|div|td|tr|pre|h[1-6])>|<br ?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
