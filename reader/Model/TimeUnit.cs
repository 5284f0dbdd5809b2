namespace Esms.Toolkit.Reader.Model;

/// <summary>What the number of a duration counts. The names are those of <c>TimeSpan.FromSeconds</c> and its kin.</summary>
internal enum TimeUnit
{
    Seconds,
    Minutes,
    Hours,
}

internal static class TimeUnits
{
    public static IReadOnlyList<TimeUnit> All { get; } = [TimeUnit.Seconds, TimeUnit.Minutes, TimeUnit.Hours];

    /// <summary>The word of a contract.</summary>
    public static string Word(this TimeUnit unit) =>
        unit switch
        {
            TimeUnit.Seconds => "seconds",
            TimeUnit.Minutes => "minutes",
            _ => "hours",
        };
}
