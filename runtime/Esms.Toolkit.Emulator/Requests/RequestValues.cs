using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Esms.Toolkit.Reader.Model;
using Microsoft.AspNetCore.WebUtilities;

namespace Esms.Emulator;

/// <summary>The values of a request by their wire names, however they travelled. Texts are JSON texts, lists are JSON lists.</summary>
internal static class RequestValues
{
    /// <summary>How deep XML may be nested: as deep as JSON. To build a tree of it takes time that grows with the square of its depth.</summary>
    private const int MaxXmlDepth = 64;

    private static readonly string[] JsonTypes = ["application/json", "text/plain", "text/json"];
    private static readonly string[] XmlTypes = ["text/plain", "text/xml", "application/xml"];
    private static readonly string[] FormTypes = ["application/x-www-form-urlencoded"];

    /// <param name="request">What came.</param>
    /// <param name="path">The values in the path.</param>
    /// <exception cref="InvalidDataException">The body is not what the contract says; the message tells why.</exception>
    public static IReadOnlyDictionary<string, JsonNode?> Read(
        IncomingRequest request,
        EndpointModel endpoint,
        IReadOnlyDictionary<string, string> path
    )
    {
        var values = path.ToDictionary(static pair => pair.Key, static pair => (JsonNode?)pair.Value, StringComparer.Ordinal);
        foreach (var (name, value) in ReadBody(request, endpoint.Body))
            values[endpoint.Body.Kind is BodyKind.None or BodyKind.Form ? WireName(name, endpoint) : name] = value;
        return values;
    }

    /// <summary>
    /// WCF compares the names in an address without regard to letter case, and so does the collection of names that .NET makes of a form. In JSON
    /// and XML another case is another name.
    /// </summary>
    private static string WireName(string name, EndpointModel endpoint) =>
        endpoint.Request.FirstOrDefault(field => field.Wire == name)?.Wire ?? endpoint
            .Request.FirstOrDefault(field => field.Wire.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?.Wire
        ?? name;

    private static IEnumerable<KeyValuePair<string, JsonNode?>> ReadBody(IncomingRequest request, RequestBody body)
    {
        if (body.Kind == BodyKind.None)
            return Texts(QueryHelpers.ParseQuery(request.Query));
        CheckMediaType(
            request.MediaType,
            body.Kind switch
            {
                BodyKind.Form => FormTypes,
                BodyKind.Xml => XmlTypes,
                _ => JsonTypes,
            }
        );
        try
        {
            return body.Kind switch
            {
                BodyKind.Form => ReadForm(request.Body),
                BodyKind.Xml => ReadXml(request.Body, body.XmlRoot!),
                _ => ReadJson(request.Body),
            };
        }
        catch (Exception exception) when (exception is JsonException or XmlException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException($"The body cannot be read: {exception.Message}", exception);
        }
    }

    private static void CheckMediaType(string? given, string[] allowed)
    {
        if (given is not null && !allowed.Contains(given, StringComparer.OrdinalIgnoreCase))
            throw new InvalidDataException($"The Content-Type is {given}; this operation reads {string.Join(" or ", allowed)}.");
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Texts(
        IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> pairs
    ) => pairs.Select(static pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.ToString()));

    private static IEnumerable<KeyValuePair<string, JsonNode?>> ReadForm(byte[] body)
    {
        using var reader = new FormReader(Encoding.UTF8.GetString(body));
        return Texts(reader.ReadForm());
    }

    private static List<KeyValuePair<string, JsonNode?>> ReadJson(byte[] body)
    {
        JsonCheck.Throw(body);
        return JsonNode.Parse(body)?.AsObject().ToList() ?? throw new InvalidDataException("The body is null.");
    }

    /// <summary>Every element without elements inside is a value; one that repeats is a list.</summary>
    private static List<KeyValuePair<string, JsonNode?>> ReadXml(byte[] body, string root)
    {
        using (var depths = XmlReaderOf(body))
        {
            while (depths.Read())
            {
                if (depths.Depth > MaxXmlDepth)
                    throw new InvalidDataException($"The body is nested more than {MaxXmlDepth} levels deep.");
            }
        }
        using var reader = XmlReaderOf(body);
        var document = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        if (document.Root!.Name.LocalName != root)
            throw new InvalidDataException($"The outermost element is {document.Root.Name.LocalName}, not {root}.");
        return
        [
            .. document
                .Root.Descendants()
                .Where(static element => !element.HasElements)
                .GroupBy(static element => element.Name.LocalName, StringComparer.Ordinal)
                .Select(static group =>
                    KeyValuePair.Create(
                        group.Key,
                        group.Count() == 1
                            ? (JsonNode?)group.Single().Value
                            : new JsonArray([.. group.Select(static element => (JsonNode?)element.Value)])
                    )
                ),
        ];
    }

    private static XmlReader XmlReaderOf(byte[] body) =>
        XmlReader.Create(
            new MemoryStream(body),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                CloseInput = true,
            }
        );
}
