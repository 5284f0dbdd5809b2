using System.Text.Json.Nodes;
using Esms.Cli.Export.Calls;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.OpenApi;

/// <summary>The body of a request, in each way in which the operations of one address send it.</summary>
internal static class OpenApiBody
{
    public static string NameOf(EndpointModel endpoint) => $"{endpoint.Operation}Request";

    /// <summary>The fields that do not stand in the path. One schema is for trials too, which may have shorter lists.</summary>
    public static IEnumerable<Field> FieldsOf(EndpointModel endpoint)
    {
        var hasTrials = endpoint.Request.Any(static field => field.Sandbox);
        return endpoint
            .Request.Where(static field => field.In != FieldLocation.Path)
            .Select(field => hasTrials ? field with { Bounds = field.Bounds with { MinCount = field.Bounds.MinCountOfTrials } } : field);
    }

    public static JsonObject Of(SharedAddress address)
    {
        var content = new JsonObject();
        foreach (var kind in address.Endpoints.GroupBy(static endpoint => ExampleCall.ContentTypeOf(endpoint)!, StringComparer.Ordinal))
        {
            content[kind.Key] = new JsonObject
            {
                ["schema"] = Schema.AnyOf(kind.Select(SchemaOf)),
                ["examples"] = new JsonObject(kind.SelectMany(Examples)),
            };
        }
        return new JsonObject { ["required"] = true, ["content"] = content };
    }

    /// <summary>To HTTP, text/plain is a text; what the text holds, the schema of its content tells.</summary>
    private static JsonObject SchemaOf(EndpointModel endpoint) =>
        endpoint.Body.Kind is BodyKind.Json or BodyKind.Form
            ? Schema.Reference(NameOf(endpoint))
            : new JsonObject
            {
                ["type"] = "string",
                ["contentMediaType"] = endpoint.Body.Kind == BodyKind.Xml ? "application/xml" : "application/json",
                ["contentSchema"] = Schema.Reference(NameOf(endpoint)),
            };

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Examples(EndpointModel endpoint)
    {
        var samples = endpoint.Samples.Where(static sample => sample.Request is not null).ToList();
        if (samples.Count == 0)
            yield return KeyValuePair.Create($"{endpoint.Operation}.request", (JsonNode?)Example("the keys alone", ExampleCall.Of(endpoint)));
        foreach (var sample in samples)
            yield return KeyValuePair.Create(SampleName.Of(endpoint, sample), (JsonNode?)Example(sample.Name, ExampleCall.Of(endpoint, sample)));
    }

    private static JsonObject Example(string name, ExampleCall call) =>
        new() { ["summary"] = name, ["value"] = call.Endpoint.Body.Kind is BodyKind.Json or BodyKind.Form ? call.Fields.DeepClone() : call.Body };
}
