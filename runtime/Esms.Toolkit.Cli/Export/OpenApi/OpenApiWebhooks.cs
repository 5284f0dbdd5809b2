using System.Text.Json.Nodes;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.OpenApi;

/// <summary>The calls that eSMS makes to an address of its customer.</summary>
internal static class OpenApiWebhooks
{
    public static JsonObject Of(IEnumerable<InboundModel> calls, FieldSchema fields) =>
        new(calls.Select(call => KeyValuePair.Create(call.Name, (JsonNode?)new JsonObject { ["get"] = Operation(call, fields) })));

    private static JsonObject Operation(InboundModel call, FieldSchema fields) =>
        new()
        {
            ["operationId"] = call.Name,
            ["summary"] = call.Summary,
            ["description"] = string.Join(' ', Sentences(call)),
            ["externalDocs"] = new JsonObject { ["url"] = call.Docs },
            ["parameters"] = new JsonArray([.. call.Parameters.Select(field => Parameter(field, fields))]),
            ["responses"] = new JsonObject { ["200"] = Answer(call, fields) },
        };

    private static IEnumerable<string> Sentences(InboundModel call)
    {
        yield return call.Summary;
        if (call.Remarks is { } remarks)
            yield return remarks;
        if (call.Signature is { } signature)
            yield return $"`{signature.In}` has the Base64 of the MD5 of {string.Join(", ", signature.Signed)}, one behind the other, and the private key.";
    }

    /// <summary>What comes in an address may be empty, which means nothing.</summary>
    private static JsonObject Parameter(Field field, FieldSchema fields)
    {
        var schema = fields.Of(field with { Required = true }, isAnswer: true);
        schema.Remove("description");
        return new JsonObject
        {
            ["name"] = field.Wire,
            ["in"] = "query",
            ["required"] = field.Required,
            ["allowEmptyValue"] = true,
            ["description"] = FieldWords.Describe(field),
            ["schema"] = schema,
        };
    }

    private static JsonObject Answer(InboundModel call, FieldSchema fields)
    {
        if (call.Reply is not { } reply)
            return new JsonObject { ["description"] = "Taken. eSMS does not look at the body." };
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(
                reply.Fields.Select(field => KeyValuePair.Create(field.Wire, (JsonNode?)fields.Of(field, isAnswer: false)))
            ),
            ["xml"] = new JsonObject { ["name"] = reply.XmlRoot },
        };
        return new JsonObject
        {
            ["description"] = "What is sent back to the user.",
            ["content"] = new JsonObject { ["text/xml"] = new JsonObject { ["schema"] = schema } },
        };
    }
}
