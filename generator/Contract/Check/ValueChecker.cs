using Esms.Toolkit.Contract.Json;
using Esms.Toolkit.Contract.Model;
using Esms.Toolkit.Contract.Problems;

namespace Esms.Toolkit.Contract.Check;

/// <summary>How values are written: the form of dates and durations, and values that the contract itself gives.</summary>
internal static class ValueChecker
{
    /// <summary>The published ways to write a date. All are in Vietnam's zone, whose clock is never set forward or back.</summary>
    private static readonly string[] DateFormats =
    [
        "yyyy-MM-dd HH:mm:ss",
        "yyyy/MM/dd HH:mm:ss",
        "dd/MM/yyyy HH:mm:ss",
        "yyyy-MM-dd",
        "dd/MM/yyyy",
        "yyyyMMddHHmmss",
        "/Date(ms)/",
        "milliseconds",
    ];

    private static readonly string[] Units = ["seconds", "minutes", "hours"];

    public static string? ReadForm(ObjectCheck field, FieldType type)
    {
        var format = ReadWord(
            field,
            "format",
            type.Kind == FieldKind.Date,
            "the way the date is written, such as \"yyyy-MM-dd HH:mm:ss\"",
            DateFormats
        );
        var unit = ReadWord(field, "unit", type.Kind == FieldKind.Duration, "what the number counts: \"seconds\", \"minutes\" or \"hours\"", Units);
        return format ?? unit;
    }

    public static string? ReadDefault(ObjectCheck field, FieldType type)
    {
        if (field.Find("default") is not { } member)
            return null;
        var isPossible =
            !type.IsList
            && (type.Kind, member.Value) switch
            {
                (FieldKind.Text, JsonText) => true,
                (FieldKind.Int32 or FieldKind.Enum, JsonNumber number) => Numbers.TryParseInt32(number.Text, out _),
                (FieldKind.Int64, JsonNumber number) => long.TryParse(number.Text, out _),
                (FieldKind.Boolean or FieldKind.Flag, JsonBoolean) => true,
                _ => false,
            };
        if (isPossible)
            return JsonRenderer.Render(member.Value);
        field.Problems.Report(
            ProblemKinds.OutOfRange,
            member.Value.Word,
            "default",
            JsonRenderer.Render(member.Value),
            "it must be a value of the field's type: a text, a whole number, true or false"
        );
        return null;
    }

    private static string? ReadWord(ObjectCheck field, string key, bool isWanted, string why, string[] words)
    {
        if (!isWanted)
        {
            if (field.Find(key) is { } stray)
                field.Problems.Report(ProblemKinds.Contradiction, stray.NameRange, key, "type", "the type has no such thing");
            return null;
        }
        if (field.RequireText(key, why) is not { } word)
            return null;
        if (!words.Contains(word.Value))
            field.Problems.Report(ProblemKinds.UnknownWord, word.Word, word.Value, key, string.Join(", ", words), Suggestion.For(word.Value, words));
        return word.Value;
    }
}
