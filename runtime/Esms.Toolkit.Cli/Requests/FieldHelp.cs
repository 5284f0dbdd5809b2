using Esms.Toolkit.Reader.Model;

namespace Esms.Cli;

/// <summary>What a field takes, in words.</summary>
internal static class FieldHelp
{
    /// <summary>The kind of value, for a sentence: "a date".</summary>
    public static string TypeOf(Field field) =>
        field.Type.Kind switch
        {
            FieldKind.Text => "a text",
            FieldKind.Int32 or FieldKind.Int64 => "a whole number",
            FieldKind.Decimal => "a number",
            FieldKind.Money => "an amount in đồng",
            FieldKind.Boolean or FieldKind.Flag => "true or false",
            FieldKind.Date => "a date",
            FieldKind.Duration => $"a number of {field.Type.Unit?.Word()}",
            FieldKind.Map or FieldKind.Pairs => "an object of texts",
            FieldKind.Embedded => "JSON in a text",
            _ => field.Type.Name!,
        };

    /// <summary>The kind of value, for the help: &lt;date&gt;.</summary>
    public static string Placeholder(Field field) =>
        field.Type.Kind switch
        {
            FieldKind.Object => "json",
            FieldKind.Map or FieldKind.Pairs => "name=value",
            FieldKind.Text or FieldKind.Embedded => "text",
            FieldKind.Int32 or FieldKind.Int64 or FieldKind.Decimal => "number",
            FieldKind.Money => "đồng",
            FieldKind.Boolean or FieldKind.Flag => "true|false",
            FieldKind.Date => "date",
            FieldKind.Duration => field.Type.Unit!.Value.Word(),
            _ => field.Type.Name!,
        };

    /// <summary>What the field is and what it takes, in whole sentences.</summary>
    public static string Describe(Field field, Operation operation) => string.Join(" ", Sentences(field, operation));

    private static IEnumerable<string> Sentences(Field field, Operation operation)
    {
        if (field.IsRequiredFromCaller)
            yield return "Required.";
        yield return field.Summary;
        foreach (var sentence in TypeSentences(field, operation))
            yield return sentence;
        if (field.Bounds.MaxLength is { } length)
            yield return $"At most {length} characters.";
        if ((field.Bounds.MinCount ?? field.Bounds.MaxCount) is not null)
        {
            var least = field.Bounds.MinCount is { } min ? $"At least {min}" : "Any number";
            yield return $"{least}{(field.Bounds.MaxCount is { } max ? $", at most {max}" : string.Empty)}.";
        }
        if (field.Sandbox)
            yield return "A trial is checked, except for its text, and neither sent nor billed; it uses up its RequestId.";
        if (field.Default is { } value)
            yield return $"{DefaultOf(field, value, operation)} when it is not given.";
    }

    private static IEnumerable<string> TypeSentences(Field field, Operation operation)
    {
        if (field.Type.Kind == FieldKind.Date)
            yield return $"Such as {VietnamTime.Example(field.Type.DateForm!.Value)}, on Vietnam's clock.";
        if (field.Type.Kind == FieldKind.Duration)
            yield return $"In {field.Type.Unit?.Word()}, or as 90s, 5m or 1h.";
        if (operation.EnumOf(field) is { } values)
            yield return $"One of {string.Join(", ", values.Values.Select(static value => $"{value.Name} ({value.Number})"))}.";
        if (field.Type.Kind is FieldKind.Map or FieldKind.Pairs)
            yield return "Repeat it for each, or give all as JSON.";
        else if (field.Type.Kind == FieldKind.Object)
            yield return $"JSON, as esms contracts show {operation.Name} tells.";
        else if (field.Type.IsList)
            yield return "Repeat it for each, or give all as JSON.";
    }

    private static string DefaultOf(Field field, Literal value, Operation operation) =>
        field.Type.Kind switch
        {
            FieldKind.Enum => operation.EnumOf(field)?.Values.FirstOrDefault(named => $"{named.Number}" == value.Text)?.Name ?? value.Text,
            FieldKind.Boolean or FieldKind.Flag => value.Text == "true" ? "True" : "False",
            _ => value.Text,
        };
}
