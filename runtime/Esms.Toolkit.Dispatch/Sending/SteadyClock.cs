namespace Esms.Dispatching;

/// <summary>
/// A monotonic clock. It starts with the time of the system and then counts elapsed time, including sleep, even when the system clock is set.
/// </summary>
internal sealed class SteadyClock
{
    /// <summary>
    /// Where the timer stops during sleep, sleep looks like a clock that was set forward. Both count as elapsed time there. A message that is taken
    /// for too old is reported as unknown, which is better than a message that is sent twice.
    /// </summary>
    private static readonly bool StopsInSleep = OperatingSystem.IsMacOS();

    private readonly object _lock = new();
    private readonly TimeProvider _clock;
    private DateTimeOffset _now;
    private DateTimeOffset _shown;
    private TimeSpan _uptime;

    public SteadyClock(TimeProvider clock)
    {
        _clock = clock;
        _now = _shown = clock.GetUtcNow();
        _uptime = Uptime;
    }

    /// <summary>The time of the system, to show to people. Nothing may be computed from it.</summary>
    public DateTimeOffset Shown => _clock.GetUtcNow();

    public DateTimeOffset Now
    {
        get
        {
            lock (_lock)
            {
                var (uptime, shown) = (Uptime, _clock.GetUtcNow());
                var passed = uptime - _uptime;
                if (StopsInSleep && shown - _shown > passed)
                    passed = shown - _shown;
                (_uptime, _shown) = (uptime, shown);
                return _now += passed;
            }
        }
    }

    /// <summary>Continues from a time that an earlier process has seen, when the system clock was set back since.</summary>
    public void ContinueFrom(DateTimeOffset seen)
    {
        lock (_lock)
            _now = _now < seen ? seen : _now;
    }

    private TimeSpan Uptime => _clock == TimeProvider.System ? SystemUptime.Read() : _clock.GetElapsedTime(0);
}
