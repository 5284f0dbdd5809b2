using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader.Check;

/// <summary>
/// The word under "type": a built-in type or a declared one, with [] behind it for a list, and behind bars the other forms that may be met
/// on the wire: <c>int|string</c>, <c>Receiver[]</c>, <c>json(ZaloError)</c>.
/// </summary>
internal static class TypeParser
{
    private static readonly Keywords<FieldKind> BuiltIn = new(
        ("string", FieldKind.Text),
        ("int", FieldKind.Int32),
        ("long", FieldKind.Int64),
        ("decimal", FieldKind.Decimal),
        ("money", FieldKind.Money),
        ("bool", FieldKind.Boolean),
        ("flag", FieldKind.Flag),
        ("date", FieldKind.Date),
        ("duration", FieldKind.Duration),
        ("map", FieldKind.Map),
        ("pairs", FieldKind.Pairs)
    );

    private static readonly Keywords<Accepts> Forms = new(
        ("string", Accepts.Text),
        ("number", Accepts.Number),
        ("bool", Accepts.Boolean),
        ("nullText", Accepts.NullText)
    );

    /// <summary>What other languages call the types, and what people write for them.</summary>
    private static readonly Dictionary<string, string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["array"] = "string[]",
        ["bigint"] = "long",
        ["bit"] = "flag",
        ["boolean"] = "bool",
        ["byte"] = "int",
        ["char"] = "string",
        ["credential"] = "string",
        ["currency"] = "money",
        ["datetime"] = "date",
        ["datetimeoffset"] = "date",
        ["dict"] = "map",
        ["dictionary"] = "map",
        ["double"] = "decimal",
        ["float"] = "decimal",
        ["guid"] = "string",
        ["int16"] = "int",
        ["int32"] = "int",
        ["int64"] = "long",
        ["integer"] = "int",
        ["list"] = "string[]",
        ["number"] = "decimal",
        ["numeric"] = "decimal",
        ["object"] = "map",
        ["real"] = "decimal",
        ["short"] = "int",
        ["str"] = "string",
        ["text"] = "string",
        ["time"] = "date",
        ["timespan"] = "duration",
        ["timestamp"] = "date",
        ["uuid"] = "string",
        ["varchar"] = "string",
    };

    /// <returns>Null for a type that is missing or that there is not, which is told.</returns>
    public static FieldType? Read(ObjectReader field, CheckContext context)
    {
        if (field.RequireText("type", "the type of the value, such as \"string\"") is not { } word)
            return null;
        var parts = word.Value.Split('|');
        if (ReadBase(parts[0], word, context) is not { } type)
            return null;
        var offset = parts[0].Length + 1;
        foreach (var part in parts.Skip(1))
        {
            type = type with { Accepts = type.Accepts | ReadForm(part, type, Piece(word, offset, part.Length), context) };
            offset += part.Length + 1;
        }
        return ValueChecker.ReadForm(field, type);
    }

    /// <returns>Null for a type that there is not, which is told.</returns>
    private static FieldType? ReadBase(string text, JsonText word, CheckContext context)
    {
        var isList = text.EndsWith("[]", StringComparison.Ordinal);
        var name = isList ? text.Substring(0, text.Length - 2) : text;
        if (name.StartsWith("json(", StringComparison.Ordinal) && name[name.Length - 1] == ')')
        {
            var inner = name.Substring(5, name.Length - 6);
            var declared = context.Types.FirstOrDefault(type => type.Name == inner);
            if (declared is { Kind: FieldKind.Object })
                return new FieldType(FieldKind.Embedded, inner, isList);
            if (declared is not null || BuiltIn.Find(inner) is not null)
            {
                context.Problems.Report(
                    ProblemKinds.OutOfRange,
                    Piece(word, 5, inner.Length),
                    "type",
                    name,
                    $"json(…) holds an object, and '{inner}' is none"
                );
                return null;
            }
            context.Problems.Report(
                ProblemKinds.UnknownType,
                Piece(word, 5, inner.Length),
                inner,
                Suggestion.For(inner, context.Types.Where(static type => type.Kind == FieldKind.Object).Select(static type => type.Name))
            );
            return null;
        }
        if (BuiltIn.Find(name) is { } kind)
        {
            if (!isList || kind is not (FieldKind.Map or FieldKind.Pairs))
                return new FieldType(kind, null, isList);
            context.Problems.Report(ProblemKinds.UnknownType, Piece(word, 0, text.Length), text, string.Empty);
            return null;
        }
        if (context.Types.FirstOrDefault(type => type.Name == name) is { } found)
            return new FieldType(found.Kind, name, isList);
        context.Problems.Report(
            ProblemKinds.UnknownType,
            Piece(word, 0, name.Length),
            name,
            $"{Suggest(name, context)} Types are {string.Join(", ", BuiltIn.All)}, and those under \"types\""
        );
        return null;
    }

    private static string Suggest(string name, CheckContext context)
    {
        var near =
            ItemOf(name) is { } item ? $"; did you mean '{(Others.TryGetValue(item, out var known) ? known : item)}[]'?"
            : Others.TryGetValue(name, out var meant) ? $"; did you mean '{meant}'?"
            : Suggestion.For(name, BuiltIn.All.Concat(context.Types.Select(static type => type.Name)));
        return near.Length == 0 ? "." : near;
    }

    /// <summary>The item of a list as C# and others write it: <c>List&lt;string&gt;</c>.</summary>
    private static string? ItemOf(string name)
    {
        var open = name.IndexOfAny(['<']);
        return open > 0 && open + 2 < name.Length && name[name.Length - 1] == '>' ? name.Substring(open + 1, name.Length - open - 2) : null;
    }

    private static string SuggestForm(string form) =>
        form switch
        {
            "text" => "; did you mean 'string'?",
            "null" => "; did you mean 'nullText'?",
            "int" or "long" or "decimal" => "; did you mean 'number'?",
            _ => Suggestion.For(form, Forms.All),
        };

    private static Accepts ReadForm(string form, FieldType type, TextRange range, CheckContext context)
    {
        if (Forms.Find(form) is not { } accepts)
        {
            context.Problems.Report(ProblemKinds.UnknownWord, range, form, "type", string.Join(", ", Forms.All), SuggestForm(form));
            return Accepts.Nothing;
        }
        if ((Possible(type.Kind) & accepts) == 0)
            context.Problems.Report(
                ProblemKinds.Contradiction,
                range,
                form,
                "type",
                "it is the type's own form, or a form that it cannot be read from"
            );
        return accepts;
    }

    private static Accepts Possible(FieldKind kind) =>
        kind switch
        {
            FieldKind.Text => Accepts.Number | Accepts.NullText,
            FieldKind.Int32 or FieldKind.Int64 or FieldKind.Decimal or FieldKind.Money or FieldKind.Enum or FieldKind.Duration => Accepts.Text
                | Accepts.NullText,
            FieldKind.Boolean => Accepts.Text | Accepts.Number | Accepts.NullText,
            FieldKind.Flag => Accepts.Text | Accepts.Boolean | Accepts.NullText,
            FieldKind.Date => Accepts.NullText | Accepts.Number,
            _ => Accepts.Nothing,
        };

    /// <summary>A piece of the word; the whole of it when escapes make the text longer than its value, or when the piece is empty.</summary>
    private static TextRange Piece(JsonText word, int start, int length) =>
        word.Word.Length == word.Value.Length && length > 0 ? new TextRange(word.Word.Start + start, length) : word.Word;
}
