using System.Globalization;
using System.Text.Json.Nodes;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.OpenApi;

/// <summary>
/// An answer is accepted or refused, with HTTP status 200 both times. An accepted one has what the contract requires and a code of success; a refused
/// one may lack everything.
/// </summary>
internal sealed class AnswerSchema(TypeSchema types)
{
    public static string AcceptedName(EndpointModel endpoint) => $"{endpoint.Operation}Response";

    public static string RefusedName(EndpointModel endpoint) => $"{endpoint.Operation}Refusal";

    public JsonObject Accepted(EndpointModel endpoint)
    {
        var fields = endpoint.Response.Where(static field => field.Role != FieldRole.Refusal && field.Success?.Place != ResultPlace.Refused).ToList();
        var schema = types.Object(fields, isAnswer: true);
        foreach (var field in fields.Where(static field => field.Success is not null))
            schema["properties"]!.AsObject()[field.Wire] = Success(field);
        if (fields.Count(static field => field.Success is not null) == 1)
            Require(schema, fields.Single(static field => field.Success is not null).Wire);
        return schema.Described($"The answer of an accepted {endpoint.Operation}. Members that are not described here may come too.");
    }

    public JsonObject Refused(EndpointModel endpoint)
    {
        var fields = endpoint
            .Response.Where(static field => field.Success?.Place != ResultPlace.Accepted)
            .Select(static field => field with { Required = false })
            .ToList();
        var schema = types.Object(fields, isAnswer: true);
        foreach (var field in fields.Where(static field => field.Success is not null))
            schema["properties"]!.AsObject()[field.Wire] = Schema.Reference("EsmsResultCode").Described(FieldWords.Describe(field));
        return schema.Described($"A refusal of {endpoint.Operation}: a code that is none of success (see EsmsResultCode), or a text alone.");
    }

    private static JsonObject Success(Field field)
    {
        var values = new JsonArray();
        foreach (var code in field.Success!.Values)
        {
            values.Add((JsonNode)code.ToString(CultureInfo.InvariantCulture));
            values.Add((JsonNode)code);
        }
        return new JsonObject { ["enum"] = values, ["description"] = FieldWords.Describe(field) };
    }

    private static void Require(JsonObject schema, string wire)
    {
        if (schema["required"] is JsonArray required)
            required.Insert(0, (JsonNode)wire);
        else
            schema["required"] = Schema.Words(wire);
    }
}
