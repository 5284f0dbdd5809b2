namespace Esms.Runtime;

/// <summary>The time that is left for a call.</summary>
internal readonly struct CallClock
{
    private readonly long _end;

    private CallClock(long end) => _end = end;

    public TimeSpan Left => TimeSpan.FromMilliseconds(_end - Environment.TickCount64);

    public static CallClock Start(TimeSpan timeout) => new(Environment.TickCount64 + (timeout.Ticks / TimeSpan.TicksPerMillisecond));

    /// <summary>The time limit of the next try.</summary>
    public TimeSpan Limit(TimeSpan tryTimeout)
    {
        var left = Left;
        return tryTimeout < left ? tryTimeout
            : left > TimeSpan.Zero ? left
            : TimeSpan.Zero;
    }
}
