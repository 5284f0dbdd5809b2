using System.Globalization;

namespace Esms.Cli;

/// <summary>Amounts as they are written in Vietnam: a point between thousands, a comma before parts of a đồng.</summary>
internal static class Money
{
    private static readonly NumberFormatInfo Vietnamese = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <param name="digits">The amount as it came.</param>
    public static string Text(string? digits) =>
        decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? Text(amount) : $"{digits} đồng";

    public static string Text(decimal amount) => $"{Number(amount)} đồng";

    /// <summary>A number, written as the amounts are.</summary>
    public static string Number(decimal number) => number.ToString("#,##0.####", Vietnamese);
}
