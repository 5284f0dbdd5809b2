using System.Globalization;
using Esms.Toolkit.Contract.Model;

namespace Esms.Toolkit.Contract.Check;

/// <summary>Whether the text of a value, quotes aside, is one of its type.</summary>
internal static class ValueFit
{
    /// <returns>What the text should have been; null when it fits.</returns>
    public static string? Complain(string text, FieldType type) =>
        type.Kind switch
        {
            FieldKind.Int32 or FieldKind.Enum or FieldKind.Duration => int.TryParse(
                text,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out _
            )
                ? null
                : "a whole number of 32 bits",
            FieldKind.Int64 => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
                ? null
                : "a whole number of 64 bits",
            FieldKind.Decimal or FieldKind.Money => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                ? null
                : "a decimal number",
            FieldKind.Flag => text is "0" or "1" or "true" or "false" or "True" or "False" ? null : "0 or 1",
            FieldKind.Boolean => text is "0" or "1" or "true" or "false" or "True" or "False" ? null : "true or false",
            FieldKind.Date => IsDate(text, type.Form) ? null : $"a date written {type.Form}",
            _ => null,
        };

    private static bool IsDate(string text, string? format) =>
        format switch
        {
            "milliseconds" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "/Date(ms)/" => text.StartsWith("/Date(", StringComparison.Ordinal) && text.EndsWith(")/", StringComparison.Ordinal),
            _ => DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        };
}
