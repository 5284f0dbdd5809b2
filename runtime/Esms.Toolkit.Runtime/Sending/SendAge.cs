namespace Esms.Runtime;

/// <summary>
/// How long ago a send may have been accepted. The clock of the machine can be set, and the one that counts from its start may stand still while it
/// sleeps; so both are asked, and the longer time counts.
/// </summary>
internal readonly struct SendAge
{
    /// <summary>How long the service knows a RequestId again, a little shortened: clocks differ, and the question takes its time.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromHours(24) - Tolerance;

    private readonly DateTimeOffset _begun;
    private readonly DateTimeOffset _noted;
    private readonly long _notedTicks;

    private SendAge(DateTimeOffset begun, DateTimeOffset noted, long notedTicks)
    {
        _begun = begun;
        _noted = noted;
        _notedTicks = notedTicks;
    }

    private static TimeSpan Tolerance => TimeSpan.FromMinutes(10);

    /// <summary>
    /// Whether the clock was set back since, or is behind the one by which the first try was dated. Then nobody knows how long ago that was: the other
    /// clock does not count the time for which the machine has slept.
    /// </summary>
    public bool IsUnknown => Elapsed - (DateTimeOffset.UtcNow - _noted) > Tolerance || _begun - _noted > Tolerance;

    private TimeSpan Elapsed => TimeSpan.FromMilliseconds(Environment.TickCount64 - _notedTicks);

    /// <param name="begun">The time of the first try, by the clock of the machine that made it.</param>
    public static SendAge Since(DateTimeOffset begun) => new(begun, DateTimeOffset.UtcNow, Environment.TickCount64);

    /// <summary>Whether the service may have forgotten the send after a further while.</summary>
    public bool IsForgottenIn(TimeSpan delay)
    {
        var (byClock, counted) = (DateTimeOffset.UtcNow - _begun, _noted - _begun + Elapsed);
        return (byClock > counted ? byClock : counted) + delay >= Memory;
    }
}
