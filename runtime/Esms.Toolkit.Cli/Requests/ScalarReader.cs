using System.Globalization;
using Esms.Runtime;
using Esms.Toolkit.Reader.Check;
using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Cli;

/// <summary>Makes of a text the value that goes out: a date in the form that the contract wants, a name of an enum as its number, yes as 1.</summary>
internal static class ScalarReader
{
    /// <param name="values">The named values, when the field has some.</param>
    /// <param name="problem">What is wrong with the text, and how it should be; null when nothing is.</param>
    public static JsonNode? Read(string text, Field field, EnumModel? values, out string? problem)
    {
        var (node, complaint) = field.Type.Kind switch
        {
            FieldKind.Text or FieldKind.Embedded => (Text(text), null),
            FieldKind.Boolean or FieldKind.Flag => ReadFlag(text, field),
            FieldKind.Date => ReadDate(text, field.Type.DateForm!.Value),
            FieldKind.Duration => ReadDuration(text, field),
            FieldKind.Enum => ReadEnum(text, field, values),
            _ => ReadNumber(text, field),
        };
        problem =
            complaint
            ?? (text.Length > field.Bounds.MaxLength ? $"it has {text.Length} characters, and eSMS takes at most {field.Bounds.MaxLength}" : null);
        return problem is null ? node : null;
    }

    public static JsonText Text(string text) => new(default, text);

    private static JsonNode Number(string digits, Field field) => field.AsText ? Text(digits) : new JsonNumber(default, digits);

    private static (JsonNode?, string?) ReadNumber(string text, Field field)
    {
        if (ValueFormat.Mismatch(text, field.Type, isNumber: true) is { } wanted)
            return (null, $"'{text}' is not {wanted}");
        var digits = field.Type.Kind is FieldKind.Decimal or FieldKind.Money
            ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
            : long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        return (Number(digits, field), null);
    }

    private static (JsonNode?, string?) ReadFlag(string text, Field field)
    {
        if (FlagOf(text) is not { } flag)
            return (null, $"'{text}' is neither true nor false");
        if (field.Type.Kind == FieldKind.Flag)
            return (Number(flag ? "1" : "0", field), null);
        return (field.AsText ? Text(flag ? "true" : "false") : new JsonBoolean(default, flag), null);
    }

    private static bool? FlagOf(string text) =>
        text.ToUpperInvariant() switch
        {
            "TRUE" or "1" or "YES" => true,
            "FALSE" or "0" or "NO" => false,
            _ => null,
        };

    private static (JsonNode?, string?) ReadDate(string text, DateForm form) =>
        VietnamTime.Parse(text, form) is { } date
            ? (Text(EsmsText.Of(date, VietnamTime.FormatOf(form))!), null)
            : (
                null,
                $"'{text}' is not a date; write it as {VietnamTime.Example(form)}, on Vietnam's clock, or with a zone as 2026-12-31T09:00:00+07:00"
            );

    private static (JsonNode?, string?) ReadDuration(string text, Field field)
    {
        var unit = field.Type.Unit!.Value.Word();
        var (digits, given) = text.Length > 1 && UnitOf(text[^1..]) is { } suffix ? (text[..^1], suffix) : (text, UnitOf(unit)!.Value);
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return (null, $"'{text}' is not a number of {unit}, nor a time such as 90s, 5m or 1h");
        var (ticks, each) = ((Int128)count * given.Ticks, UnitOf(unit)!.Value.Ticks);
        var units = (ticks + each - 1) / each;
        if (units > int.MaxValue)
            return (null, $"'{text}' is longer than {int.MaxValue.ToString(CultureInfo.InvariantCulture)} {unit}");
        return (Number(units.ToString(CultureInfo.InvariantCulture), field), null);
    }

    private static TimeSpan? UnitOf(string unit) =>
        unit switch
        {
            "s" or "seconds" => TimeSpan.FromSeconds(1),
            "m" or "minutes" => TimeSpan.FromMinutes(1),
            "h" or "hours" => TimeSpan.FromHours(1),
            _ => null,
        };

    /// <summary>By its name or its number; a number without a name goes out as it is, for the service adds some without notice.</summary>
    private static (JsonNode?, string?) ReadEnum(string text, Field field, EnumModel? values)
    {
        if (values?.Values.FirstOrDefault(value => value.Name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } named)
            return (Number(named.Number.ToString(CultureInfo.InvariantCulture), field), null);
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return (Number(number.ToString(CultureInfo.InvariantCulture), field), null);
        var known = values?.Values.Select(static value => value.Name).ToList() ?? [];
        return (null, $"'{text}' is none of {string.Join(", ", known)}{Suggestion.For(text, known)}");
    }
}
