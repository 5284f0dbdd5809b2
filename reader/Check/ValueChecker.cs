using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader.Check;

/// <summary>How values are written: the form of dates and durations, and values that the contract itself gives.</summary>
internal static class ValueChecker
{
    private static readonly Keywords<DateForm> Formats = new([.. DateForms.All.Select(static form => (form.Word(), form))]);

    private static readonly Keywords<TimeUnit> Units = new([.. TimeUnits.All.Select(static unit => (unit.Word(), unit))]);

    /// <summary>The type of a field with its date form or its unit, which are keys of their own.</summary>
    public static FieldType ReadForm(ObjectReader field, FieldType type) =>
        type with
        {
            DateForm = ReadWord(
                field,
                "format",
                type.Kind == FieldKind.Date,
                "the way the date is written, such as \"yyyy-MM-dd HH:mm:ss\"",
                Formats
            ),
            Unit = ReadWord(field, "unit", type.Kind == FieldKind.Duration, "what the number counts: \"seconds\", \"minutes\" or \"hours\"", Units),
        };

    public static Literal? ReadDefault(ObjectReader field, FieldType type, Bounds bounds)
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
        if (!isPossible)
            field.Problems.Report(ProblemKinds.OutOfRange, member.Value.Word, "default", JsonRenderer.Render(member.Value), WhyNoDefault(type));
        else if (member.Value is JsonText text && text.Value.Length > bounds.MaxLength)
            field.Problems.Report(ProblemKinds.OutOfRange, text.Word, "default", text.Value, $"\"maxLength\" is {bounds.MaxLength}");
        return isPossible ? field.Literal("default") : null;
    }

    private static string WhyNoDefault(FieldType type) =>
        type.Kind switch
        {
            _ when type.IsList => "an array has no default",
            FieldKind.Text => "the field is a string",
            FieldKind.Int32 or FieldKind.Enum => "the field is a whole number of 32 bits",
            FieldKind.Int64 => "the field is a whole number of 64 bits",
            FieldKind.Boolean or FieldKind.Flag => "the field is true or false",
            _ => "only strings, whole numbers, enums, \"bool\" and \"flag\" have defaults",
        };

    private static T? ReadWord<T>(ObjectReader field, string key, bool isWanted, string why, Keywords<T> words)
        where T : struct
    {
        if (!isWanted)
        {
            if (field.Find(key) is { } stray)
                field.Problems.Report(ProblemKinds.Contradiction, stray.NameRange, key, "type", "the type has no such key");
            return null;
        }
        return field.RequireText(key, why) is { } word ? words.Read(key, word, field.Problems) : null;
    }
}
