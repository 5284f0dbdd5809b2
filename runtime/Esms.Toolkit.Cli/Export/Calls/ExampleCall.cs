using System.Text.Json.Nodes;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.Calls;

/// <summary>A published call as it travels: its values by their wire names, in the order of the contract, with variables for the keys.</summary>
/// <param name="Path">The path behind the host, with the values that stand in it.</param>
/// <param name="Query">The parameters in the address, not encoded.</param>
/// <param name="Fields">What the body carries; empty for a GET.</param>
/// <param name="ContentType">What the body calls itself; null for a GET.</param>
internal sealed record ExampleCall(
    EndpointModel Endpoint,
    string Path,
    IReadOnlyList<(string Name, string Value)> Query,
    JsonObject Fields,
    string? ContentType
)
{
    public const string ApiKey = "{{apiKey}}";
    public const string SecretKey = "{{secretKey}}";

    /// <summary>The body as text: JSON, a form, or XML; null for a GET.</summary>
    public string? Body =>
        Endpoint.Body.Kind switch
        {
            BodyKind.None => null,
            BodyKind.Form => string.Join('&', Fields.Select(static pair => $"{pair.Key}={Encode(TextOf(pair.Value))}")),
            BodyKind.Xml => XmlText.Of(Endpoint, Fields),
            _ => JsonOutput.Of(Fields),
        };

    /// <summary>Path and query, encoded but for the variables.</summary>
    public string Target => Query.Count == 0 ? Path : $"{Path}?{string.Join('&', Query.Select(static pair => $"{pair.Name}={Encode(pair.Value)}"))}";

    /// <param name="sample">The sample whose request it is; one without a request takes that of the first sample that has one.</param>
    public static ExampleCall Of(EndpointModel endpoint, Sample? sample = null)
    {
        var text = sample?.Request ?? endpoint.Samples.FirstOrDefault(static other => other.Request is not null)?.Request;
        var published = text is null ? [] : JsonNode.Parse(text)!.AsObject();
        var values = endpoint
            .Request.Select(field => (field.Wire, Value: ValueOf(field, published)))
            .Where(static pair => pair.Value is not null)
            .ToDictionary(static pair => pair.Wire, static pair => pair.Value!, StringComparer.Ordinal);
        var path = string.Concat(endpoint.Route.Parts.Select(part => part.IsField ? Encode(TextOf(values.GetValueOrDefault(part.Text))) : part.Text));
        var others = endpoint.Request.Where(field => field.In != FieldLocation.Path && values.ContainsKey(field.Wire)).ToList();
        return endpoint.Body.Kind == BodyKind.None
            ? new ExampleCall(endpoint, path, [.. others.Select(field => (field.Wire, TextOf(values[field.Wire])))], [], null)
            : new ExampleCall(
                endpoint,
                path,
                [],
                new JsonObject(others.Select(field => KeyValuePair.Create(field.Wire, (JsonNode?)values[field.Wire]))),
                ContentTypeOf(endpoint)
            );
    }

    public static string? ContentTypeOf(EndpointModel endpoint) =>
        endpoint.Body.Kind switch
        {
            BodyKind.None => null,
            BodyKind.Json => "application/json",
            BodyKind.Form => "application/x-www-form-urlencoded",
            _ => "text/plain",
        };

    /// <summary>A value in an address, a form or XML.</summary>
    public static string TextOf(JsonNode? node) =>
        node switch
        {
            null => string.Empty,
            JsonArray list => string.Join(',', list.Select(TextOf)),
            JsonObject => JsonOutput.Short(node),
            _ => node.GetValueKind() == System.Text.Json.JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString(),
        };

    private static string Encode(string value) => value is ApiKey or SecretKey ? value : Uri.EscapeDataString(value);

    private static JsonNode? ValueOf(Field field, JsonObject published) =>
        field.Role switch
        {
            FieldRole.ApiKey => ApiKey,
            FieldRole.SecretKey => SecretKey,
            FieldRole.Fixed => JsonNode.Parse(field.Fixed!.Json),
            _ when published.TryGetPropertyValue(field.Wire, out var value) => value?.DeepClone(),
            _ => field.IsRequiredFromCaller ? ExampleValue.Of(field) : null,
        };
}
