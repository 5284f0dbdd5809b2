using System.Globalization;

namespace Esms.Cli;

/// <summary>Amounts as they are written in Vietnam: a point between thousands, a comma before parts of a đồng.</summary>
internal static class Money
{
    private static readonly NumberFormatInfo Vietnamese = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <param name="digits">The amount as it came.</param>
    public static string Text(string? digits) => decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
        ? $"{amount.ToString("#,##0.####", Vietnamese)} đồng"
        : $"{digits} đồng";
}
