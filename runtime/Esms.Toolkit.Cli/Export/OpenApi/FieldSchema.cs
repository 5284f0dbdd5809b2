using System.Text.Json;
using System.Text.Json.Nodes;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.OpenApi;

/// <summary>The schema of a field: its own form, and every other form in which it may arrive.</summary>
internal sealed class FieldSchema(IReadOnlyDictionary<string, TypeModel> types)
{
    private const string WholeNumber = "^-?[0-9]+$";
    private const string AnyNumber = "^-?[0-9]+(\\.[0-9]+)?$";

    private static readonly Dictionary<DateForm, string> DatePatterns = new()
    {
        [DateForm.DashedTime] = "^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}$",
        [DateForm.SlashedTime] = "^\\d{4}/\\d{2}/\\d{2} \\d{2}:\\d{2}:\\d{2}$",
        [DateForm.DayFirstTime] = "^\\d{2}/\\d{2}/\\d{4} \\d{2}:\\d{2}:\\d{2}$",
        [DateForm.Dashed] = "^\\d{4}-\\d{2}-\\d{2}$",
        [DateForm.DayFirst] = "^\\d{2}/\\d{2}/\\d{4}$",
        [DateForm.Digits] = "^\\d{14}$",
        [DateForm.Wcf] = "^/Date\\(.*\\)/$",
        [DateForm.Milliseconds] = WholeNumber,
    };

    /// <param name="isAnswer">Whether the service fills it, which may leave it null.</param>
    public JsonObject Of(Field field, bool isAnswer)
    {
        var schema = field.Role switch
        {
            FieldRole.ApiKey or FieldRole.SecretKey => Credential(field),
            FieldRole.Fixed => Fixed(field),
            FieldRole.Result => Schema.Type("string", "integer"),
            FieldRole.Message or FieldRole.Refusal => Schema.Type("string"),
            _ => Data(field),
        };
        if (isAnswer && !field.Required && field.Role != FieldRole.Result)
            schema = Schema.Nullable(schema);
        if (field.Default is { } value)
            schema["default"] = JsonNode.Parse(value.Json);
        if (field.Secret && field.IsProperty)
            schema["x-esms-private"] = true;
        return schema.Described(FieldWords.Describe(field));
    }

    private static JsonObject Credential(Field field)
    {
        var schema = Schema.Type("string");
        schema["format"] = "password";
        schema["x-esms-credential"] = field.Role == FieldRole.ApiKey ? "apiKey" : "secretKey";
        return schema;
    }

    /// <summary>Beside the value stands its type: in an address all is text, and a reader has to know what to make of it.</summary>
    private static JsonObject Fixed(Field field)
    {
        var value = JsonNode.Parse(field.Fixed!.Json);
        var type = value?.GetValueKind() switch
        {
            JsonValueKind.String => "string",
            JsonValueKind.Number => "number",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Array => "array",
            JsonValueKind.Object => "object",
            _ => "null",
        };
        return new JsonObject { ["type"] = type, ["const"] = value };
    }

    private JsonObject Data(Field field)
    {
        var item = Item(field);
        if (!field.Type.IsList)
            return item;
        var list = new JsonObject { ["type"] = "array", ["items"] = item };
        if (field.Bounds.MinCount is { } min)
            list["minItems"] = min;
        if (field.Bounds.MaxCount is { } max)
            list["maxItems"] = max;
        return list;
    }

    private JsonObject Item(Field field)
    {
        var own = Own(field);
        var others = field.Type.Accepts;
        if (others == Accepts.Nothing)
            return own;
        if (field.Type.Kind is FieldKind.Flag or FieldKind.Boolean)
            return Switch(field);
        var also = new List<string>();
        if ((others & (Accepts.Text | Accepts.NullText)) != 0)
            also.Add("string");
        if ((others & Accepts.Number) != 0)
            also.Add("number");
        if (own["type"] is not { } type)
            return Schema.AnyOf([own, Schema.Type([.. also])]);
        // Another text than the pattern allows, such as "null", may come in the place of it.
        if (also.Contains("string"))
            own.Remove("pattern");
        own["type"] = Schema.Words([.. also.Prepend(type.ToString()).Distinct()]);
        return own;
    }

    private JsonObject Own(Field field) =>
        field.Type.Kind switch
        {
            FieldKind.Text => Text(field),
            FieldKind.Int32 or FieldKind.Duration => field.AsText ? Pattern(WholeNumber) : Number("integer", "int32"),
            FieldKind.Int64 => field.AsText ? Pattern(WholeNumber) : Number("integer", "int64"),
            FieldKind.Decimal or FieldKind.Money => field.AsText ? Pattern(AnyNumber) : Schema.Type("number"),
            FieldKind.Boolean or FieldKind.Flag => Switch(field),
            FieldKind.Date => Pattern(DatePatterns[field.Type.DateForm!.Value]),
            FieldKind.Map => new JsonObject { ["type"] = "object", ["additionalProperties"] = Schema.Type("string") },
            FieldKind.Pairs => Pairs(),
            FieldKind.Embedded => Embedded(field.Type.Name!),
            FieldKind.Enum when field.AsText => TypeSchema.Numbers((EnumModel)types[field.Type.Name!], asTexts: true),
            _ => Schema.Reference(field.Type.Name!),
        };

    /// <summary>Yes or no, in each form that may be met.</summary>
    private static JsonObject Switch(Field field)
    {
        var (kind, accepts) = (field.Type.Kind, field.Type.Accepts);
        var forms = new List<(string Type, JsonNode[] Values)>();
        if ((kind == FieldKind.Flag && !field.AsText) || (accepts & Accepts.Number) != 0)
            forms.Add(("integer", [0, 1]));
        if ((kind == FieldKind.Boolean && !field.AsText) || (accepts & Accepts.Boolean) != 0)
            forms.Add(("boolean", [false, true]));
        if (field.AsText || (accepts & Accepts.Text) != 0)
            forms.Add(("string", kind == FieldKind.Flag ? ["0", "1"] : ["false", "true", "False", "True"]));
        if ((accepts & Accepts.NullText) != 0)
            forms.Add(("string", ["null"]));
        var schema = Schema.Type([.. forms.Select(static form => form.Type).Distinct()]);
        if (forms is not [("boolean", _)])
            schema["enum"] = new JsonArray([.. forms.SelectMany(static form => form.Values)]);
        return schema;
    }

    private static JsonObject Text(Field field)
    {
        var text = Schema.Type("string");
        if (field.Bounds.MaxLength is { } length)
            text["maxLength"] = length;
        return text;
    }

    private static JsonObject Number(string type, string format) => new() { ["type"] = type, ["format"] = format };

    private static JsonObject Pattern(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    private static JsonObject Pairs() =>
        new()
        {
            ["type"] = "array",
            ["items"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["key"] = Schema.Type("string"), ["value"] = Schema.Type("string") },
                ["required"] = Schema.Words("key", "value"),
            },
        };

    private static JsonObject Embedded(string type) =>
        new()
        {
            ["type"] = "string",
            ["contentMediaType"] = "application/json",
            ["contentSchema"] = Schema.Reference(type),
        };
}
