namespace Esms.Runtime;

/// <summary>Durations in messages. By whole numbers, because the formatting of fractions would be linked into every native app.</summary>
internal static class DurationText
{
    private const int PerSecond = 1000;

    public static string WholeSecondsOf(TimeSpan duration) => NumberText.Of(duration.Ticks / TimeSpan.TicksPerSecond);

    /// <summary>With up to three places after the point.</summary>
    public static string SecondsOf(TimeSpan duration)
    {
        var milliseconds = duration.Ticks / TimeSpan.TicksPerMillisecond % PerSecond;
        var whole = WholeSecondsOf(duration);
        return milliseconds == 0 ? whole : whole + "." + NumberText.Of(PerSecond + milliseconds)[1..].TrimEnd('0');
    }
}
