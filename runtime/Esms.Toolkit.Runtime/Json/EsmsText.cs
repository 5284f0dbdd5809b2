using System.ComponentModel;
using System.Globalization;

namespace Esms.Runtime;

/// <summary>Values as texts, as the service writes them and wants them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EsmsText
{
    /// <summary>Vietnam has had one zone and no summer time since 1975.</summary>
    private static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);

    /// <summary>A date of a message before it is a mistake, such as a date that nobody has set.</summary>
    internal static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, VietnamOffset);

    /// <summary>The last moment that Vietnam's clock shows.</summary>
    internal static readonly DateTimeOffset Latest = new(DateTime.MaxValue, VietnamOffset);

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd HH:mm:ss",
        "yyyy/MM/dd HH:mm:ss",
        "dd/MM/yyyy HH:mm:ss",
        "yyyy-MM-dd",
        "dd/MM/yyyy",
        "yyyyMMddHHmmss",
    ];

    /// <summary>A whole number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its text, or null.</returns>
    public static string? Of(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A decimal number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its text, or null.</returns>
    public static string? Of(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>True or false.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its text, or null.</returns>
    public static string? Of(bool? value) =>
        value switch
        {
            null => null,
            true => "true",
            false => "false",
        };

    /// <summary>A switch, as 1 or 0.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its text, or null.</returns>
    public static string? OfFlag(bool? value) =>
        value switch
        {
            null => null,
            true => "1",
            false => "0",
        };

    /// <summary>A switch, as the number 1 or 0.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Its number, or null.</returns>
    public static long? NumberOf(bool? value) =>
        value switch
        {
            null => null,
            true => 1,
            false => 0,
        };

    /// <summary>A date, on Vietnam's clock.</summary>
    /// <param name="value">The value, in any zone.</param>
    /// <param name="format">How it is written.</param>
    /// <returns>Its text, or null.</returns>
    public static string? Of(DateTimeOffset? value, EsmsDateFormat format) =>
        (value, format) switch
        {
            (null, _) => null,
            ({ } date, EsmsDateFormat.Milliseconds) => Of(date.ToUnixTimeMilliseconds()),
            ({ } date, EsmsDateFormat.Wcf) => $"/Date({Of(date.ToUnixTimeMilliseconds())}+0700)/",
            ({ } date, _) => date.ToOffset(VietnamOffset).ToString(Formats[(int)format], CultureInfo.InvariantCulture),
        };

    /// <summary>A duration, in whole units; what is left over counts as one more.</summary>
    /// <param name="value">The value.</param>
    /// <param name="unit">How long a unit is.</param>
    /// <returns>The number of units, or null.</returns>
    public static long? CountOf(TimeSpan? value, TimeSpan unit) =>
        value is { } duration ? (duration.Ticks / unit.Ticks) + (duration.Ticks % unit.Ticks > 0 ? 1 : 0) : null;

    /// <summary>So many units; null when no duration is as long.</summary>
    internal static TimeSpan? DurationOf(int count, TimeSpan unit) =>
        Math.Abs((long)count) <= TimeSpan.MaxValue.Ticks / unit.Ticks ? TimeSpan.FromTicks(count * unit.Ticks) : null;

    /// <summary>20260102030405 without quotes is the same date; any other number counts milliseconds.</summary>
    internal static EsmsDateFormat FormatOfNumber(EsmsDateFormat format) => format == EsmsDateFormat.Digits ? format : EsmsDateFormat.Milliseconds;

    internal static bool TryParseDate(string text, EsmsDateFormat format, out DateTimeOffset date)
    {
        date = default;
        if (format == EsmsDateFormat.Wcf)
            return TryParseWcf(text, out date);
        if (format == EsmsDateFormat.Milliseconds)
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds)
                && TryFromMilliseconds(milliseconds, out date);
        if (!DateTime.TryParseExact(text, Formats[(int)format], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return false;
        // The first hours of the year 1 have no time in UTC.
        if (local.Ticks < VietnamOffset.Ticks)
            return false;
        date = new DateTimeOffset(local, VietnamOffset);
        return true;
    }

    internal static bool TryFromMilliseconds(long milliseconds, out DateTimeOffset date)
    {
        date = default;
        if (milliseconds is < -62135596800000 or > 253402275599999)
            return false;
        date = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToOffset(VietnamOffset);
        return true;
    }

    /// <summary>The zone behind the milliseconds says how the service would show them; the moment is told by the milliseconds alone.</summary>
    private static bool TryParseWcf(string text, out DateTimeOffset date)
    {
        date = default;
        if (!text.StartsWith("/Date(", StringComparison.Ordinal) || !text.EndsWith(")/", StringComparison.Ordinal))
            return false;
        var inner = text.AsSpan(6, text.Length - 8);
        var zone = inner.Length == 0 ? -1 : inner[1..].IndexOfAny('+', '-');
        if (zone >= 0 && (inner.Length - zone - 2 != 4 || inner[(zone + 2)..].ContainsAnyExceptInRange('0', '9')))
            return false;
        var digits = zone < 0 ? inner : inner[..(zone + 1)];
        return long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds)
            && TryFromMilliseconds(milliseconds, out date);
    }
}
