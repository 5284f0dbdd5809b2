using System.Text;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.Markdown;

/// <summary>Fields as a table, and the types they use as tables behind it.</summary>
internal static class FieldTable
{
    public static void Append(StringBuilder text, IEnumerable<Field> fields, string needed)
    {
        text.Put($"| field | in C# | {needed} | type | meaning |\n| --- | --- | --- | --- | --- |\n");
        foreach (var field in fields)
            text.Put(
                $"| `{field.Wire}` | {(field.Name.Length > 0 ? $"`{field.Name}`" : string.Empty)} | {(IsNeeded(field) ? "yes" : string.Empty)} | {Cell(FieldWords.TypeOf(field))} | {Cell(Meaning(field))} |\n"
            );
    }

    /// <summary>The types that the fields use, by themselves or inside of others.</summary>
    public static void AppendTypes(StringBuilder text, IEnumerable<Field> fields, ExportSet set)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(NamesIn(fields));
        while (waiting.TryDequeue(out var name))
        {
            if (!told.Add(name) || !set.Types.TryGetValue(name, out var type))
                continue;
            if (told.Count == 1)
                text.Put("\n## Types\n");
            text.Put($"\n### {name}\n\n{type.Summary}\n\n");
            foreach (var inner in Append(text, type))
                waiting.Enqueue(inner);
        }
    }

    private static IEnumerable<string> Append(StringBuilder text, TypeModel type)
    {
        switch (type)
        {
            case EnumModel numbers:
                text.Put("| number | name | meaning |\n| --- | --- | --- |\n");
                foreach (var value in numbers.Values)
                    text.Put($"| {value.Number} | `{value.Name}` | {Cell(value.Summary)} |\n");
                return [];
            case ChoiceModel choice:
                text.Put($"| `{choice.By}` | object |\n| --- | --- |\n");
                foreach (var item in choice.Cases)
                    text.Put($"| `{item.Value}` | {item.Type} |\n");
                return choice.Cases.Select(static item => item.Type);
            default:
                var model = (ObjectModel)type;
                if (model.IsPositional)
                    text.Put("A list in which each position has a meaning.\n\n");
                Append(text, model.Fields, "always");
                return NamesIn(model.Fields);
        }
    }

    private static IEnumerable<string> NamesIn(IEnumerable<Field> fields) => fields.Select(static field => field.Type.Name).OfType<string>();

    private static bool IsNeeded(Field field) =>
        field.IsRequiredFromCaller || field.Role is FieldRole.ApiKey or FieldRole.SecretKey or FieldRole.Fixed;

    private static string Meaning(Field field)
    {
        var text = new StringBuilder(FieldWords.Describe(field));
        if (field.Default is { } value)
            text.Put($" {value} when it is not given.");
        if (field.Bounds.MaxLength is { } length)
            text.Put($" At most {length} characters.");
        if ((field.Bounds.MinCount ?? field.Bounds.MaxCount) is not null)
            text.Put(
                $" {field.Bounds.MinCount ?? 0} to {field.Bounds.MaxCount?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "any number"}."
            );
        return text.ToString();
    }

    /// <summary>A text as the cell of a table.</summary>
    public static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
