namespace Esms.Runtime;

/// <summary>
/// How long ago a send may have been accepted. The clock of the machine can be set, and the one that counts from its start may stand still while it
/// sleeps; so both are asked, and the longer time counts.
/// </summary>
/// <remarks>In ticks: dates with a zone take much code in every native app.</remarks>
internal readonly struct SendAge
{
    private const long Tolerance = 10 * TimeSpan.TicksPerMinute;

    /// <summary>How long the service knows a RequestId again, a little shortened: clocks differ, and the question takes its time.</summary>
    private const long Memory = (24 * TimeSpan.TicksPerHour) - Tolerance;

    private readonly long _begun;
    private readonly long _noted;
    private readonly long _notedMilliseconds;

    private SendAge(long begun, long noted, long notedMilliseconds)
    {
        _begun = begun;
        _noted = noted;
        _notedMilliseconds = notedMilliseconds;
    }

    /// <summary>
    /// Whether the clock was set back since, or is behind the one by which the first try was dated. Then nobody knows how long ago that was: the other
    /// clock does not count the time for which the machine has slept.
    /// </summary>
    public bool IsUnknown => Elapsed - (DateTime.UtcNow.Ticks - _noted) > Tolerance || _begun - _noted > Tolerance;

    private long Elapsed => (Environment.TickCount64 - _notedMilliseconds) * TimeSpan.TicksPerMillisecond;

    /// <param name="begun">The time of the first try, by the clock of the machine that made it; null for now.</param>
    public static SendAge Since(DateTimeOffset? begun)
    {
        var now = DateTime.UtcNow.Ticks;
        return new SendAge(begun?.UtcTicks ?? now, now, Environment.TickCount64);
    }

    /// <summary>Whether the service may have forgotten the send after a further while.</summary>
    public bool IsForgottenIn(TimeSpan delay) => Math.Max(DateTime.UtcNow.Ticks, _noted + Elapsed) - _begun + delay.Ticks >= Memory;
}
