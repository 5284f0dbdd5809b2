using System.Text.Json.Nodes;
using Esms.Cli.Export.Calls;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.WireMock;

/// <summary>Which requests a mapping answers. The keys of the account may be any.</summary>
internal static class RequestPattern
{
    /// <summary>Whether a request without it is no request of the operation.</summary>
    public static bool IsNeeded(Field field) =>
        field.IsRequiredFromCaller || field.Role is FieldRole.Fixed or FieldRole.ApiKey or FieldRole.SecretKey;

    /// <summary>Anything at the address.</summary>
    public static JsonObject Address(EndpointModel endpoint)
    {
        var request = new JsonObject { ["method"] = endpoint.Route.Method };
        request[endpoint.Route.Fields.Any() ? "urlPathTemplate" : "urlPath"] = endpoint.Route.Path;
        return request;
    }

    /// <summary>What asks for a sample by name.</summary>
    public static JsonObject Asked(EndpointModel endpoint, string name)
    {
        var request = Address(endpoint);
        request["headers"] = new JsonObject { ["Prefer"] = new JsonObject { ["equalTo"] = $"example={name}" } };
        return request;
    }

    /// <summary>What has the values of a published request, whatever else it has.</summary>
    public static JsonObject Published(EndpointModel endpoint, Sample sample)
    {
        var published = JsonNode.Parse(sample.Request!)!.AsObject();
        var values = endpoint
            .Request.Where(static field => field.Role == FieldRole.Fixed)
            .Select(static field => (field, Value: JsonNode.Parse(field.Fixed!.Json)))
            .Concat(
                endpoint
                    .Request.Where(field => field.IsProperty && published.ContainsKey(field.Wire))
                    .Select(field => (field, Value: published[field.Wire]?.DeepClone()))
            )
            .ToList();
        var request = RightShape(endpoint);
        switch (endpoint.Body.Kind)
        {
            case BodyKind.None:
                Equal(Open(request, "queryParameters"), values);
                break;
            case BodyKind.Form:
                Equal(Open(request, "formParameters"), values);
                break;
            case BodyKind.Xml:
                request["bodyPatterns"] = new JsonArray([.. values.SelectMany(pair => XmlPatterns(endpoint, pair.field, pair.Value))]);
                break;
            default:
                request["bodyPatterns"] = new JsonArray(
                    new JsonObject
                    {
                        ["equalToJson"] = new JsonObject(values.Select(static pair => KeyValuePair.Create(pair.field.Wire, pair.Value))),
                        ["ignoreExtraElements"] = true,
                    }
                );
                break;
        }
        return request;
    }

    /// <summary>What has all that the operation needs, and the values that never change.</summary>
    public static JsonObject RightShape(EndpointModel endpoint)
    {
        var request = Address(endpoint);
        var needed = endpoint.Request.Where(field => IsNeeded(field) && field.In != FieldLocation.Path).ToList();
        if (needed.Count == 0)
            return request;
        if (endpoint.Body.Kind is BodyKind.None or BodyKind.Form)
        {
            var parameters = Open(request, endpoint.Body.Kind == BodyKind.None ? "queryParameters" : "formParameters");
            foreach (var field in needed)
                parameters[field.Wire] = field.Fixed is { } value ? EqualTo(JsonNode.Parse(value.Json)) : new JsonObject { ["matches"] = "(?s).+" };
        }
        else
        {
            request["bodyPatterns"] = new JsonArray(
                [.. needed.Select(field => endpoint.Body.Kind == BodyKind.Xml ? XmlNeed(endpoint, field) : JsonNeed(field))]
            );
        }
        return request;
    }

    private static JsonObject JsonNeed(Field field)
    {
        var path = $"$['{field.Wire.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}']";
        return field.Fixed is { } value && JsonNode.Parse(value.Json) is JsonValue
            ? new JsonObject
            {
                ["matchesJsonPath"] = new JsonObject { ["expression"] = path, ["equalTo"] = ExampleCall.TextOf(JsonNode.Parse(value.Json)) },
            }
            : new JsonObject { ["matchesJsonPath"] = path };
    }

    private static JsonObject XmlNeed(EndpointModel endpoint, Field field) =>
        field.Fixed is { } value
            ? XmlEqual(endpoint, field, JsonNode.Parse(value.Json))
            : new JsonObject { ["matchesXPath"] = XPath(endpoint, field) };

    /// <summary>For a list, one for each of its items.</summary>
    private static IEnumerable<JsonObject> XmlPatterns(EndpointModel endpoint, Field field, JsonNode? value) =>
        (value is JsonArray list ? list.ToList() : [value]).Select(item => XmlEqual(endpoint, field, item));

    private static JsonObject XmlEqual(EndpointModel endpoint, Field field, JsonNode? value) =>
        new()
        {
            ["matchesXPath"] = new JsonObject { ["expression"] = $"{XPath(endpoint, field)}/text()", ["equalTo"] = ExampleCall.TextOf(value) },
        };

    private static string XPath(EndpointModel endpoint, Field field) =>
        $"/{string.Join('/', [endpoint.Body.XmlRoot!, .. XmlText.Around(field), field.Wire])}";

    private static void Equal(JsonObject parameters, IEnumerable<(Field Field, JsonNode? Value)> values)
    {
        foreach (var (field, value) in values)
            parameters[field.Wire] = EqualTo(value);
    }

    private static JsonObject EqualTo(JsonNode? value) => new() { ["equalTo"] = ExampleCall.TextOf(value) };

    private static JsonObject Open(JsonObject request, string name)
    {
        if (request[name] is not JsonObject known)
            request[name] = known = [];
        return known;
    }
}
