using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Esms.Toolkit.Contract.Model;
using Microsoft.AspNetCore.Http;

namespace Esms.Emulator;

/// <summary>The values of a request by their wire names, however they travelled. Texts are JSON texts, lists are JSON lists.</summary>
internal static class ReceivedRequest
{
    /// <exception cref="InvalidDataException">The body is not what the contract says.</exception>
    public static async Task<IReadOnlyDictionary<string, JsonNode?>> ReadAsync(HttpRequest request, EndpointModel endpoint, IReadOnlyDictionary<string, string> path)
    {
        var values = path.ToDictionary(static pair => pair.Key, static pair => (JsonNode?)pair.Value, StringComparer.Ordinal);
        foreach (var (name, value) in await ReadBodyAsync(request, endpoint.Body).ConfigureAwait(false))
            values[name] = value;
        return values;
    }

    private static async Task<IEnumerable<KeyValuePair<string, JsonNode?>>> ReadBodyAsync(HttpRequest request, RequestBody body)
    {
        try
        {
            switch (body.Kind)
            {
                case BodyKind.Query:
                    return request.Query.Select(static pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.ToString()));
                case BodyKind.Form:
                    var form = await request.ReadFormAsync(request.HttpContext.RequestAborted).ConfigureAwait(false);
                    return form.Select(static pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.ToString()));
                case BodyKind.Xml:
                    return ReadXml(await XDocument.LoadAsync(request.Body, LoadOptions.PreserveWhitespace, request.HttpContext.RequestAborted).ConfigureAwait(false), body.XmlRoot!);
                default:
                    var json = await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted).ConfigureAwait(false);
                    return json?.AsObject() ?? throw new InvalidDataException("The body is null.");
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or System.Xml.XmlException)
        {
            throw new InvalidDataException("The body cannot be read.", exception);
        }
    }

    /// <summary>Every element without elements inside is a value; one that repeats is a list.</summary>
    private static IEnumerable<KeyValuePair<string, JsonNode?>> ReadXml(XDocument document, string root)
    {
        if (document.Root!.Name.LocalName != root)
            throw new InvalidDataException($"The outermost element is not {root}.");
        return document.Root.Descendants().Where(static element => !element.HasElements)
            .GroupBy(static element => element.Name.LocalName, StringComparer.Ordinal)
            .Select(static group => KeyValuePair.Create(group.Key, group.Count() == 1
                ? (JsonNode?)group.Single().Value
                : new JsonArray([.. group.Select(static element => (JsonNode?)element.Value)])));
    }
}
