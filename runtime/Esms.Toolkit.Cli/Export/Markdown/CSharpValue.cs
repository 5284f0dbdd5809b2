using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Esms.Cli.Export.Calls;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export.Markdown;

/// <summary>Values of samples as a C# developer writes them.</summary>
internal sealed class CSharpValue(IReadOnlyDictionary<string, TypeModel> types)
{
    public string Of(Field field, JsonNode value, int depth)
    {
        if (!field.Type.IsList || value is not JsonArray list)
            return One(field.Type, value, depth);
        var items = list.Where(static item => item is not null).Select(item => One(field.Type, item!, depth + 1)).ToList();
        return items.Any(static item => item.Contains('\n', StringComparison.Ordinal))
            ? $"\n{Indent(depth)}[\n{string.Concat(items.Select(item => $"{Indent(depth + 1)}{item},\n"))}{Indent(depth)}]"
            : $"[{string.Join(", ", items)}]";
    }

    /// <param name="members">What is set, by the names of the properties.</param>
    public static string Initializer(string start, IReadOnlyCollection<(string Name, string Text)> members, int depth) =>
        members.Count == 0
            ? $"{start}()"
            : $"{start}\n{Indent(depth)}{{\n{string.Concat(members.Select(member => $"{Indent(depth + 1)}{member.Name} = {member.Text},\n"))}{Indent(depth)}}}";

    private static string Indent(int depth) => new(' ', 4 * depth);

    private string One(FieldType type, JsonNode value, int depth)
    {
        var text = ExampleCall.TextOf(value);
        return type.Kind switch
        {
            FieldKind.Int32 or FieldKind.Int64 => text,
            FieldKind.Decimal or FieldKind.Money => $"{text}m",
            FieldKind.Boolean or FieldKind.Flag => text is "1" or "true" or "True" ? "true" : "false",
            FieldKind.Date => Date(text, type.DateForm),
            FieldKind.Duration => $"TimeSpan.From{type.Unit}({text})",
            FieldKind.Map => Dictionary(value.AsObject().Select(static member => (member.Key, ExampleCall.TextOf(member.Value)))),
            FieldKind.Pairs => Dictionary(
                value.AsArray().Select(static pair => (ExampleCall.TextOf(pair!["key"]), ExampleCall.TextOf(pair["value"])))
            ),
            FieldKind.Enum => Number((EnumModel)types[type.Name!], text),
            FieldKind.Embedded => $"new EsmsEmbedded<{type.Name}>({Quote(text)})",
            FieldKind.Object => Object(types[type.Name!], value, depth),
            _ => Quote(text),
        };
    }

    private string Object(TypeModel type, JsonNode value, int depth)
    {
        if (type is ChoiceModel choice)
        {
            var found = choice.Cases.FirstOrDefault(item => item.Value == ExampleCall.TextOf(value[choice.By])) ?? choice.Cases[0];
            return Object(types[found.Type], value, depth);
        }
        var model = (ObjectModel)type;
        var members = model
            .Fields.Select(
                (field, place) => (Field: field, Value: model.IsPositional ? value.AsArray().ElementAtOrDefault(place) : value[field.Wire])
            )
            .Where(static pair => pair.Field.IsProperty && pair.Value is not null)
            .Select(pair => (pair.Field.Name, Of(pair.Field, pair.Value!, depth + 1)));
        return Initializer($"new {model.Name}", [.. members], depth);
    }

    private static string Number(EnumModel type, string text) =>
        type.Values.FirstOrDefault(value => value.Number.ToString(CultureInfo.InvariantCulture) == text) is { } known
            ? $"{type.Name}.{known.Name}"
            : $"({type.Name})({text})";

    private static string Dictionary(IEnumerable<(string Key, string Value)> members) =>
        $"new Dictionary<string, string> {{ {string.Join(", ", members.Select(static member => $"[{Quote(member.Key)}] = {Quote(member.Value)}"))} }}";

    private static string Date(string text, DateForm? form) =>
        form?.Pattern() is not { } pattern
            ? "DateTimeOffset.Now"
            : $"new DateTimeOffset({DateTime.ParseExact(text, pattern, CultureInfo.InvariantCulture).ToString("yyyy, M, d, H, m, s", CultureInfo.InvariantCulture)}, TimeSpan.FromHours(7))";

    /// <summary>A text as a literal.</summary>
    public static string Quote(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var letter in text)
        {
            literal.Append(
                letter switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    _ when char.IsControl(letter) || letter is '\u2028' or '\u2029' => $"\\u{(int)letter:X4}",
                    _ => letter.ToString(),
                }
            );
        }
        return literal.Append('"').ToString();
    }
}
