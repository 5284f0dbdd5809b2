using System.Text.Json.Nodes;
using Esms.Cli.Export.Calls;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.Postman;

/// <summary>Contracts as a Postman collection: a folder for each group, a request for each operation, an example for each sample.</summary>
internal static class PostmanCollection
{
    public static string Write(ExportSet set) =>
        JsonOutput.Of(
            new JsonObject
            {
                ["info"] = new JsonObject
                {
                    ["_postman_id"] = StableId.Of("eSMS.vn").ToString(),
                    ["name"] = "eSMS.vn",
                    ["description"] = "The HTTP API of eSMS.vn. Set the variables apiKey and secretKey; they belong into an environment, as secrets.",
                    ["schema"] = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
                },
                ["item"] = new JsonArray(
                    [
                        .. set
                            .Endpoints.GroupBy(static endpoint => endpoint.Client, StringComparer.Ordinal)
                            .OrderBy(static group => group.Key, StringComparer.Ordinal)
                            .Select(static group => new JsonObject { ["name"] = group.Key, ["item"] = new JsonArray([.. group.Select(Item)]) }),
                    ]
                ),
                ["variable"] = new JsonArray([.. Variables(set)]),
            }
        ) + "\n";

    private static IEnumerable<JsonObject> Variables(ExportSet set) =>
        new[] { ("apiKey", string.Empty), ("secretKey", string.Empty) }
            .Concat(
                set.Endpoints.Select(static endpoint => endpoint.Route.Origin)
                    .Distinct()
                    .Order(StringComparer.Ordinal)
                    .Select(static origin => (HostVariable.Of(origin), origin))
            )
            .Select(static pair => new JsonObject
            {
                ["key"] = pair.Item1,
                ["value"] = pair.Item2,
                ["type"] = "string",
            });

    private static JsonObject Item(EndpointModel endpoint) =>
        new()
        {
            ["name"] = endpoint.Operation,
            ["id"] = StableId.Of(endpoint.Operation).ToString(),
            ["request"] = Request(ExampleCall.Of(endpoint), OperationWords.Describe(endpoint)),
            ["response"] = new JsonArray([.. endpoint.Samples.Select(sample => Example(endpoint, sample))]),
        };

    private static JsonObject Example(EndpointModel endpoint, Sample sample) =>
        new()
        {
            ["name"] = sample.Name,
            ["id"] = StableId.Of(SampleName.Of(endpoint, sample)).ToString(),
            ["originalRequest"] = Request(ExampleCall.Of(endpoint, sample), null),
            ["status"] = "OK",
            ["code"] = 200,
            ["_postman_previewlanguage"] = "json",
            ["header"] = new JsonArray(new JsonObject { ["key"] = "Content-Type", ["value"] = "application/json; charset=utf-8" }),
            ["body"] = sample.Response,
        };

    private static JsonObject Request(ExampleCall call, string? description)
    {
        var request = new JsonObject
        {
            ["method"] = call.Endpoint.Route.Method,
            ["header"] = new JsonArray(call.ContentType is { } type ? [new JsonObject { ["key"] = "Content-Type", ["value"] = type }] : []),
        };
        if (call.Body is { } body)
            request["body"] = call.Endpoint.Body.Kind == BodyKind.Form ? Form(call) : Raw(body, call.Endpoint.Body.Kind);
        request["url"] = Address(call);
        if (description is not null)
            request["description"] = description;
        return request;
    }

    private static JsonObject Form(ExampleCall call) =>
        new()
        {
            ["mode"] = "urlencoded",
            ["urlencoded"] = new JsonArray(
                [
                    .. call.Fields.Select(static field => new JsonObject
                    {
                        ["key"] = field.Key,
                        ["value"] = ExampleCall.TextOf(field.Value),
                        ["type"] = "text",
                    }),
                ]
            ),
        };

    private static JsonObject Raw(string body, BodyKind kind) =>
        new()
        {
            ["mode"] = "raw",
            ["raw"] = body,
            ["options"] = new JsonObject
            {
                ["raw"] = new JsonObject
                {
                    ["language"] = kind switch
                    {
                        BodyKind.Xml => "xml",
                        BodyKind.JsonAsText => "text",
                        _ => "json",
                    },
                },
            },
        };

    private static JsonObject Address(ExampleCall call)
    {
        var host = $"{{{{{HostVariable.Of(call.Endpoint.Route.Origin)}}}}}";
        var address = new JsonObject
        {
            ["raw"] = host + call.Target,
            ["host"] = new JsonArray(host),
            ["path"] = new JsonArray([.. call.Path.TrimStart('/').Split('/').Select(static part => (JsonNode)part)]),
        };
        if (call.Query.Count > 0)
            address["query"] = new JsonArray([.. call.Query.Select(static pair => new JsonObject { ["key"] = pair.Name, ["value"] = pair.Value })]);
        return address;
    }
}
