using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Esms.Cli.Import.Json;

namespace Esms.Cli.Import.WcfHelp;

/// <summary>A call from a help page of the service (/help/operations/…), saved as HTML or copied as text.</summary>
internal sealed partial class WcfHelpImport
{
    private readonly string _text;
    private readonly ImportSource _source;
    private readonly Notes _notes;

    private WcfHelpImport(ImportSource page, Notes notes)
    {
        _text = Plain(page.Text);
        _source = page with { Text = _text };
        _notes = notes;
    }

    /// <returns>The call, and the example answer, whose values are no real ones; null when the page has none.</returns>
    /// <exception cref="InvalidDataException">It is no such page.</exception>
    public static (ImportedCall Call, JsonObject? Example) Read(string path, string page, Notes notes) =>
        new WcfHelpImport(new ImportSource(path, page), notes).Read();

    private (ImportedCall Call, JsonObject? Example) Read()
    {
        if (Url().Match(_text) is not { Success: true } url || Method().Match(_text) is not { Success: true } method)
            throw _notes.Fail(
                _source.At(0),
                "there is no 'Url:' and 'HTTP Method:'. Save the help page of one operation, such as …/help/operations/GetSendStatus."
            );
        var address = url.Groups[1].Value;
        if (address.Contains("/xml/", StringComparison.Ordinal))
        {
            address = address.Replace("/xml/", "/json/", StringComparison.Ordinal);
            _notes.Guess("The address has /json/ in the place of /xml/: the client reads JSON.");
        }
        var (host, fields) = new CallAddress(_source.At(url.Groups[1].Index), _notes).Read(address);
        var verb = CallMethod.Read(method.Groups[1].Value, _source.At(method.Index), _notes);
        _notes.Guess("The service is described as it is, and not as its documentation has it; look whether the page of the operation agrees.");
        return (
            new ImportedCall(_source, verb == "GET" ? "get" : "post", host, null, null, [.. fields, .. verb == "POST" ? BodyFields() : []]),
            ExampleOf("response")
        );
    }

    private List<ImportedField> BodyFields()
    {
        var members = SchemaOf("request").Members;
        if (members is null)
            _notes.Guess("Which fields of the request may be left out is not known: the page shows no schema of its body.");
        return ExampleOf("request")
                ?.Select(member => new ImportedField(
                    member.Key,
                    member.Value?.DeepClone(),
                    IsExample: true,
                    MayBeMissing: members?.GetValueOrDefault(member.Key) is { } found && WcfSchema.MayBeMissing(found)
                ))
                .ToList() ?? [];
    }

    private JsonObject? ExampleOf(string direction)
    {
        if (Section($@"example {direction} Json body:\s*(?=\{{)", @"\{.*?\n\}|\{[^\n]*\}") is { } json)
            return Parse(json, () => StrictJson.Parse(json.Value) as JsonObject);
        if (Section($@"example {direction} Xml body:\s*(?=<)", @"<(?<root>[\w.-]+).*?</\k<root>>") is not { } xml)
            return null;
        var schema = SchemaOf(direction);
        return Parse(xml, () => ObjectOf(XElement.Parse(xml.Value), schema.Members, schema));
    }

    /// <summary>Of a WCF type there can be several schemas, one for each namespace.</summary>
    private WcfSchema SchemaOf(string direction)
    {
        var start = _text.IndexOf($"the {direction} Xml Schema", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return WcfSchema.Of([]);
        var end = Other().Match(_text, start + direction.Length + 16) is { Success: true } next ? next.Index : _text.Length;
        return WcfSchema.Of(Schema().Matches(_text[start..end]).Select(match => Parse(match, () => XElement.Parse(match.Value))).OfType<XElement>());
    }

    private Match? Section(string heading, string body) =>
        Regex.Match(_text, heading, RegexOptions.IgnoreCase) is { Success: true } found
        && new Regex($@"\G(?:{body})", RegexOptions.Singleline).Match(_text, found.Index + found.Length) is { Success: true } section
            ? section
            : null;

    private T Parse<T>(Match section, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (Exception exception) when (exception is JsonException or XmlException or ArgumentException)
        {
            throw _notes.Fail(_source.At(section.Index), "what the page shows here cannot be read. Save the page again, or leave this part out.");
        }
    }

    /// <summary>In JSON, an element whose items all have one name is the list of its items.</summary>
    private static JsonObject ObjectOf(XElement element, IReadOnlyDictionary<string, XElement>? members, WcfSchema schema)
    {
        var read = new JsonObject();
        foreach (var group in element.Elements().GroupBy(static inner => inner.Name.LocalName, StringComparer.Ordinal))
        {
            var member = members?.GetValueOrDefault(group.Key);
            var values = group.Select(item => ValueOf(item, member, schema)).ToList();
            read[group.Key] = values is [var one] ? one : new JsonArray([.. values]);
        }
        return read;
    }

    /// <summary>The page shows a number of the type, such as 2147483647, and "String content" for a text.</summary>
    private static JsonNode ValueOf(XElement element, XElement? member, WcfSchema schema)
    {
        var items = element.Elements().ToList();
        var isList =
            items.Count > 0
            && items.TrueForAll(item => item.Name.LocalName == items[0].Name.LocalName)
            && (items.Count > 1 || (member is not null && schema.IsList(member)));
        if (isList)
        {
            var ofItem = member is null ? null : schema.MembersOf(member)?.GetValueOrDefault(items[0].Name.LocalName);
            return new JsonArray([.. items.Select(item => ValueOf(item, ofItem, schema))]);
        }
        if (items.Count > 0)
            return ObjectOf(element, schema.MembersOf(member), schema);
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

    [GeneratedRegex("The following is ", RegexOptions.IgnoreCase)]
    private static partial Regex Other();

    [GeneratedRegex("<(xs:)?schema .*?</(xs:)?schema>", RegexOptions.Singleline)]
    private static partial Regex Schema();

    [GeneratedRegex("</(p|div|td|tr|pre|h[1-6])>|<br ?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
