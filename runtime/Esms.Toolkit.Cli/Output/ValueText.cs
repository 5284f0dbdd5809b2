using System.Globalization;
using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Cli;

/// <summary>A value as people read it: its digits as they came, with a unit or a name behind them.</summary>
internal static class ValueText
{
    /// <summary>Of the last date that there is, a day earlier for the sake of the zone.</summary>
    private const long LastMilliseconds = 253402214400000;

    public static string Of(JsonNode value, Field field, Operation operation)
    {
        if (value is JsonNull)
            return "-";
        if (value is JsonArray list && field.Type.Kind != FieldKind.Object)
            return string.Join(", ", list.Items.Select(item => Of(item, field, operation)));
        var text = Plain.Text(value is JsonText { Value: var inQuotes } ? inQuotes : JsonRenderer.Render(value));
        return field.Type.Kind switch
        {
            FieldKind.Money => Money.Text(text),
            FieldKind.Duration => $"{text} {field.Type.Unit?.Word()}",
            FieldKind.Enum => Named(text, operation.EnumOf(field)),
            FieldKind.Flag => text switch
            {
                "1" => "yes",
                "0" => "no",
                _ => text,
            },
            FieldKind.Date => DateOf(text, field.Type.DateForm),
            _ => text,
        };
    }

    private static string Named(string number, EnumModel? values) =>
        values?.Values.FirstOrDefault(value => value.Number.ToString(CultureInfo.InvariantCulture) == number) is { } named
            ? $"{number} ({named.Name})"
            : number;

    /// <summary>Milliseconds are not readable; the other forms are.</summary>
    private static string DateOf(string text, DateForm? form)
    {
        var digits = form switch
        {
            DateForm.Milliseconds => text,
            DateForm.Wcf => new string([.. text.Skip("/Date(".Length).TakeWhile(char.IsAsciiDigit)]),
            _ => string.Empty,
        };
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds < LastMilliseconds
            ? $"{DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToOffset(VietnamTime.Zone):yyyy-MM-dd HH:mm:ss}"
            : text;
    }
}
