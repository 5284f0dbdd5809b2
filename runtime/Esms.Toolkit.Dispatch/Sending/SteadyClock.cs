namespace Esms.Dispatching;

/// <summary>
/// A clock that only goes on. It begins with the time of the system, and then counts what passes, suspension included, whatever becomes of the
/// system's clock.
/// </summary>
internal sealed class SteadyClock
{
    /// <summary>
    /// Where the timer stops while the machine sleeps, a sleep looks like a clock that was set forward. Both are counted there: a message that is
    /// taken for too old is listed as unknown, and one that is sent twice is worse.
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

    /// <summary>The time of the system, for people. Nothing may be computed from it.</summary>
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

    /// <summary>Goes on from a time that a process before this one has seen, when the system's clock has been set back since.</summary>
    public void ContinueFrom(DateTimeOffset seen)
    {
        lock (_lock)
            _now = _now < seen ? seen : _now;
    }

    private TimeSpan Uptime => _clock == TimeProvider.System ? SystemUptime.Read() : _clock.GetElapsedTime(0);
}
