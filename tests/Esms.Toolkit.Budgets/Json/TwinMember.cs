using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Budgets.Json;

/// <summary>
/// How a person declares a member for System.Text.Json. What it cannot express takes the form that costs it least: a date and JSON in a text
/// stay texts, a list of positions stays JSON.
/// </summary>
/// <param name="Type">The C# type.</param>
/// <param name="Attribute">What else than the name stands above, or nothing.</param>
internal sealed record TwinMember(string Type, string Attribute = "")
{
    private const string FromText = "[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] ";

    /// <param name="field">The member.</param>
    /// <param name="isAnswer">Whether it is read; otherwise it is written, and is of the type that it has on the wire.</param>
    /// <param name="positional">The types that are lists of positions.</param>
    public static TwinMember Of(Field field, bool isAnswer, IReadOnlySet<string> positional)
    {
        if (field.Fixed is { Json: var json })
            return new TwinMember(
                json[0] == '"' ? "string?"
                : json.StartsWith("[\"", StringComparison.Ordinal) ? "List<string>?"
                : "JsonElement?"
            );
        if (field.Success is not null)
            return new TwinMember("int?", FromText);
        if (field.Type.Name is { } name && positional.Contains(name))
            return new TwinMember(field.Type.IsList ? "List<JsonElement>?" : "JsonElement?");
        var item = isAnswer ? OfAnswer(field) : OfRequest(field);
        if (!field.Type.IsList)
            return item;
        // A converter stands for the whole member, and not for its items.
        return item.Attribute.Contains("Converter", StringComparison.Ordinal)
            ? new TwinMember("List<JsonElement>?")
            : item with
            {
                Type = $"List<{item.Type.TrimEnd('?')}>?",
            };
    }

    private static TwinMember OfRequest(Field field) =>
        field.AsText || field.Type.Kind == FieldKind.Date ? new TwinMember("string?") : Plain(field.Type);

    private static TwinMember OfAnswer(Field field)
    {
        var accepts = field.Type.Accepts | (field.AsText ? Accepts.Text : Accepts.Nothing);
        var plain = Plain(field.Type);
        return field.Type.Kind switch
        {
            FieldKind.Text or FieldKind.Date => accepts.HasFlag(Accepts.Number)
                ? new TwinMember("string?", "[JsonConverter(typeof(TextOrNumber))] ")
                : plain,
            FieldKind.Boolean or FieldKind.Flag when accepts != Accepts.Nothing => new TwinMember("bool?", "[JsonConverter(typeof(AnyBoolean))] "),
            FieldKind.Boolean or FieldKind.Map or FieldKind.Pairs or FieldKind.Object or FieldKind.Embedded => plain,
            _ when accepts.HasFlag(Accepts.NullText) => new TwinMember("string?", "[JsonConverter(typeof(TextOrNumber))] "),
            _ when accepts.HasFlag(Accepts.Text) => plain with { Attribute = FromText },
            _ => plain,
        };
    }

    private static TwinMember Plain(FieldType type) =>
        new(
            type.Kind switch
            {
                FieldKind.Int64 => "long?",
                FieldKind.Decimal or FieldKind.Money => "decimal?",
                FieldKind.Boolean => "bool?",
                FieldKind.Map => "Dictionary<string, string>?",
                FieldKind.Pairs => "List<Pair>?",
                FieldKind.Object => $"{type.Name}?",
                FieldKind.Text or FieldKind.Date or FieldKind.Embedded => "string?",
                _ => "int?",
            }
        );
}
