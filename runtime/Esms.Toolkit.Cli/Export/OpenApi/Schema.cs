using System.Text.Json.Nodes;

namespace Esms.Cli.Export.OpenApi;

/// <summary>Pieces of JSON Schema 2020-12.</summary>
internal static class Schema
{
    public static JsonObject Type(params ReadOnlySpan<string> types) => new() { ["type"] = types.Length == 1 ? types[0] : Words(types) };

    public static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    public static JsonArray Words(params ReadOnlySpan<string> words)
    {
        var list = new JsonArray();
        foreach (var word in words)
            list.Add((JsonNode)word);
        return list;
    }

    public static JsonArray Words(IEnumerable<string> words) => [.. words.Select(static word => (JsonNode)word)];

    /// <summary>The one schema, or any of several; two that are the same are one.</summary>
    public static JsonObject AnyOf(IEnumerable<JsonObject> schemas)
    {
        var distinct = new List<JsonObject>();
        foreach (var schema in schemas.Where(schema => !distinct.Any(other => JsonNode.DeepEquals(other, schema))))
            distinct.Add(schema);
        return distinct is [var one] ? one : new JsonObject { ["anyOf"] = new JsonArray([.. distinct]) };
    }

    /// <summary>The schema, or null.</summary>
    public static JsonObject Nullable(JsonObject schema)
    {
        if (schema["type"] is not { } type)
            return AnyOf([schema, Type("null")]);
        schema["type"] = type is JsonArray list
            ? new JsonArray([.. list.Select(static item => item!.DeepClone()), "null"])
            : Words(type.ToString(), "null");
        if (schema["enum"] is JsonArray values)
            values.Add(null);
        return schema;
    }

    /// <summary>Puts words beside a schema; a description beside a reference is allowed since OpenAPI 3.1.</summary>
    public static JsonObject Described(this JsonObject schema, string text)
    {
        if (text.Length > 0)
            schema["description"] = text;
        return schema;
    }
}
