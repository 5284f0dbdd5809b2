using System.Globalization;
using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Reader.Check;

/// <summary>Whether a value is one of its type, by the rules of the readers of generated code (EsmsJson): what is refused here is refused there.</summary>
internal static class ValueFormat
{
    private const NumberStyles DecimalStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
    private const long FirstMilliseconds = -62135596800000;
    private const long LastMilliseconds = 253402275599999;

    /// <summary>Vietnam's clock is seven hours ahead, so the first hours of the year 1 are no time in UTC.</summary>
    private static readonly long FirstTicks = TimeSpan.FromHours(7).Ticks;

    /// <param name="text">The value, without quotes.</param>
    /// <param name="isNumber">Whether it is a number of JSON, and not in quotes.</param>
    /// <returns>What the value should have been; null when it fits.</returns>
    public static string? Mismatch(string text, FieldType type, bool isNumber) =>
        type.Kind switch
        {
            FieldKind.Int32 or FieldKind.Enum => IsInt32(text) ? null : "a whole number of 32 bits",
            FieldKind.Duration => IsDuration(text, type.Unit) ? null : "a whole number of 32 bits, and no more than .NET can count",
            FieldKind.Int64 => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
                ? null
                : "a whole number of 64 bits",
            FieldKind.Decimal or FieldKind.Money => decimal.TryParse(text, DecimalStyle, CultureInfo.InvariantCulture, out _)
                ? null
                : "a decimal number",
            FieldKind.Flag => IsSwitch(text, isNumber) ? null : "0 or 1",
            FieldKind.Boolean => IsSwitch(text, isNumber) ? null : "true or false",
            FieldKind.Date => IsDate(text, type.DateForm, isNumber) ? null : $"a date written {type.DateForm?.Word()}",
            _ => null,
        };

    /// <summary>A result code, in quotes or not.</summary>
    public static bool IsInt32(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsDuration(string text, TimeUnit? unit) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count)
        && (unit != TimeUnit.Hours || Math.Abs((long)count) <= TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerHour);

    private static bool IsSwitch(string text, bool isNumber) => text is "0" or "1" || (!isNumber && bool.TryParse(text, out _));

    /// <summary>A number counts milliseconds, unless the date is written in digits alone.</summary>
    private static bool IsDate(string text, DateForm? form, bool isNumber) =>
        form switch
        {
            DateForm.Milliseconds => IsMilliseconds(text),
            DateForm.Digits => IsWritten(text, DateForm.Digits),
            _ when isNumber => IsMilliseconds(text),
            DateForm.Wcf => IsWcf(text),
            _ => IsWritten(text, form),
        };

    private static bool IsWritten(string text, DateForm? form) =>
        DateTime.TryParseExact(text, form?.Pattern(), CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Ticks >= FirstTicks;

    private static bool IsMilliseconds(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds is >= FirstMilliseconds and <= LastMilliseconds;

    /// <summary>/Date(1767322800000)/ or /Date(1767322800000+0700)/.</summary>
    private static bool IsWcf(string text)
    {
        const string Begin = "/Date(";
        const string End = ")/";
        if (
            !text.StartsWith(Begin, StringComparison.Ordinal)
            || !text.EndsWith(End, StringComparison.Ordinal)
            || text.Length <= Begin.Length + End.Length
        )
            return false;
        var inner = text.Substring(Begin.Length, text.Length - Begin.Length - End.Length);
        var zone = inner.IndexOfAny(['+', '-'], 1);
        return zone < 0
            ? IsMilliseconds(inner)
            : inner.Length - zone == 5
                && inner.Skip(zone + 1).All(static digit => digit is >= '0' and <= '9')
                && IsMilliseconds(inner.Substring(0, zone));
    }
}
