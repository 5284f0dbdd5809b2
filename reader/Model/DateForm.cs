namespace Esms.Toolkit.Reader.Model;

/// <summary>
/// The published ways to write a date, in Vietnam's time zone, which has no summer time. The runtime has an <c>EsmsDateFormat</c> with the same
/// names.
/// </summary>
internal enum DateForm
{
    DashedTime,
    SlashedTime,
    DayFirstTime,
    Dashed,
    DayFirst,
    Digits,

    /// <summary>Milliseconds since 1970 in UTC, between <c>/Date(</c> and <c>)/</c>, with an optional zone.</summary>
    Wcf,

    /// <summary>Milliseconds since 1970 in UTC.</summary>
    Milliseconds,
}

internal static class DateForms
{
    public static IReadOnlyList<DateForm> All { get; } =
    [
        DateForm.DashedTime,
        DateForm.SlashedTime,
        DateForm.DayFirstTime,
        DateForm.Dashed,
        DateForm.DayFirst,
        DateForm.Digits,
        DateForm.Wcf,
        DateForm.Milliseconds,
    ];

    /// <summary>The word of a contract.</summary>
    public static string Word(this DateForm form) =>
        form switch
        {
            DateForm.Wcf => "/Date(ms)/",
            DateForm.Milliseconds => "milliseconds",
            _ => form.Pattern()!,
        };

    /// <summary>The format string of .NET; null for a form that counts milliseconds.</summary>
    public static string? Pattern(this DateForm form) =>
        form switch
        {
            DateForm.DashedTime => "yyyy-MM-dd HH:mm:ss",
            DateForm.SlashedTime => "yyyy/MM/dd HH:mm:ss",
            DateForm.DayFirstTime => "dd/MM/yyyy HH:mm:ss",
            DateForm.Dashed => "yyyy-MM-dd",
            DateForm.DayFirst => "dd/MM/yyyy",
            DateForm.Digits => "yyyyMMddHHmmss",
            _ => null,
        };
}
