using System.Globalization;
using System.Text.Json.Nodes;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.OpenApi;

/// <summary>The schemas of the types that contracts declare.</summary>
internal sealed class TypeSchema(FieldSchema fields)
{
    public JsonObject Of(TypeModel type) =>
        type switch
        {
            EnumModel numbers => Numbers(numbers, asTexts: false).Described($"{type.Summary} The service may add numbers.\n\n{Table(numbers)}"),
            ChoiceModel choice => Choice(choice).Described(type.Summary),
            ObjectModel { IsPositional: true } list => Positions(list).Described(type.Summary),
            _ => Object(((ObjectModel)type).Fields, isAnswer: true).Described(type.Summary),
        };

    /// <param name="isAnswer">Whether members that are not required may be null.</param>
    public JsonObject Object(IEnumerable<Field> members, bool isAnswer)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var field in members)
        {
            properties[field.Wire] = fields.Of(field, isAnswer);
            if (IsRequired(field, isAnswer))
                required.Add((JsonNode)field.Wire);
        }
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0)
            schema["required"] = required;
        return schema;
    }

    public static JsonObject Numbers(EnumModel type, bool asTexts) =>
        new()
        {
            ["type"] = asTexts ? "string" : "integer",
            ["enum"] = new JsonArray(
                [.. type.Values.Select(value => asTexts ? (JsonNode)value.Number.ToString(CultureInfo.InvariantCulture) : value.Number)]
            ),
            ["x-enum-varnames"] = Schema.Words(type.Values.Select(static value => value.Name)),
            ["x-enum-descriptions"] = Schema.Words(type.Values.Select(static value => value.Summary)),
        };

    private static bool IsRequired(Field field, bool isAnswer) =>
        field.Role switch
        {
            FieldRole.Data => field.Required && (isAnswer || field.Default is null),
            FieldRole.ApiKey or FieldRole.SecretKey or FieldRole.Fixed => true,
            _ => false,
        };

    private static string Table(EnumModel type) =>
        string.Join('\n', type.Values.Select(static value => $"- `{value.Number}` {value.Name}: {value.Summary}"));

    private static JsonObject Choice(ChoiceModel choice) =>
        new()
        {
            ["oneOf"] = new JsonArray([.. choice.Cases.Select(static item => Schema.Reference(item.Type))]),
            ["discriminator"] = new JsonObject
            {
                ["propertyName"] = choice.By,
                ["mapping"] = new JsonObject(
                    choice.Cases.Select(static item => KeyValuePair.Create(item.Value, (JsonNode?)$"#/components/schemas/{item.Type}"))
                ),
            },
        };

    private JsonObject Positions(ObjectModel list) =>
        new()
        {
            ["type"] = "array",
            ["prefixItems"] = new JsonArray([.. list.Fields.Select(field => fields.Of(field, isAnswer: true))]),
            ["minItems"] = list.Fields.TakeWhile(static field => field.Required).Count(),
            ["maxItems"] = list.Fields.Count,
        };
}
