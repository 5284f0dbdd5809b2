using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Emit;

/// <summary>The properties of a class.</summary>
internal static class PropertyEmitter
{
    /// <summary>The properties that the fields become, with blank lines between.</summary>
    /// <param name="isAnswer">Whether the service fills them, or else the caller.</param>
    public static void Emit(SourceWriter writer, IEnumerable<Field> fields, bool isAnswer)
    {
        foreach (var (field, i) in fields.Where(static field => field.IsProperty).Select(static (field, i) => (field, i)))
        {
            if (i > 0)
                writer.Line();
            writer.Summary(Describe(field, isAnswer));
            writer.Line(Declare(field));
        }
    }

    /// <summary>What a field is: its summary, its unit, its bounds, and what its absence means.</summary>
    public static string Describe(Field field, bool isAnswer)
    {
        var sentences = new List<string> { field.Summary };
        if (field.Type.Kind == FieldKind.Money)
            sentences.Add("In đồng.");
        if (field.Type.Kind == FieldKind.Date)
            sentences.Add(isAnswer ? "In Vietnam time, UTC+7." : "Sent in Vietnam time, UTC+7; any offset is converted.");
        if (field.Type.Kind == FieldKind.Duration)
            sentences.Add($"Sent in {field.Type.Unit?.Word()}.");
        if (field.Bounds.MaxLength is { } length)
            sentences.Add($"At most {length} characters.");
        if ((field.Bounds.MinCount ?? field.Bounds.MaxCount) is not null)
            sentences.Add(
                $"{(field.Bounds.MinCount is { } min ? $"At least {min}" : "Any number")}{(field.Bounds.MaxCount is { } max ? $", at most {max}" : string.Empty)}."
            );
        if (field.Sandbox)
            sentences.Add("A trial is checked, except for its text, but neither sent nor billed. It uses up its RequestId.");
        if (isAnswer && !field.Required)
            sentences.Add("Null when the response omits it.");
        return string.Join(" ", sentences);
    }

    private static string Declare(Field field)
    {
        var type = CSharp.TypeOf(field.Type);
        if (field.Default is { } value)
            return $"public {type} {field.Name} {{ get; init; }}{(value.Json is "0" or "false" ? string.Empty : $" = {DefaultOf(field, value)};")}";
        return field.Required ? $"public required {type} {field.Name} {{ get; init; }}" : $"public {type}? {field.Name} {{ get; init; }}";
    }

    /// <summary>The value of a property that the caller leaves alone.</summary>
    public static string DefaultOf(Field field, Literal value) =>
        field.Type.Kind switch
        {
            FieldKind.Text => Literals.Quote(value.Text),
            FieldKind.Enum => $"({field.Type.Name})({value.Json})",
            _ => value.Json,
        };
}
