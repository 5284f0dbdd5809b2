namespace Esms.Runtime;

/// <summary>
/// How long ago a send may have been accepted. The clock of the machine can be set, and the one that counts from its start may stand still while it
/// sleeps; so both are asked, and the longer time counts.
/// </summary>
/// <remarks>In ticks: dates with a zone take much code in every native app.</remarks>
internal readonly struct SendAge
{
    /// <summary>Clocks differ, and the question takes its time.</summary>
    private const long Tolerance = 10 * TimeSpan.TicksPerMinute;

    /// <summary>How long the service knows a RequestId again, a little shortened.</summary>
    private const long Memory = (24 * TimeSpan.TicksPerHour) - Tolerance;

    private readonly long _begun;
    private readonly long _noted;
    private readonly long _counted;

    private SendAge(long begun, long noted, long counted)
    {
        _begun = begun;
        _noted = noted;
        _counted = counted;
    }

    /// <summary>
    /// Whether the clock was set back since, or is behind the one by which the first try was dated. Then nobody knows how long ago that was: the other
    /// clock does not count the time for which the machine has slept.
    /// </summary>
    public bool IsUnknown => Elapsed - (DateTime.UtcNow.Ticks - _noted) > Tolerance || _begun - _noted > Tolerance;

    private long Elapsed => (Environment.TickCount64 - _counted) * TimeSpan.TicksPerMillisecond;

    /// <param name="begun">The time of the first try, by the clock of the machine that made it.</param>
    public static SendAge Since(DateTimeOffset begun) => new(begun.UtcTicks, DateTime.UtcNow.Ticks, Environment.TickCount64);

    /// <summary>A send whose first try is now.</summary>
    public static SendAge SinceNow()
    {
        var now = DateTime.UtcNow.Ticks;
        return new SendAge(now, now, Environment.TickCount64);
    }

    /// <summary>Whether the service may have forgotten the send after a further while.</summary>
    public bool IsForgottenIn(TimeSpan delay) => Math.Max(DateTime.UtcNow.Ticks - _begun, _noted - _begun + Elapsed) + delay.Ticks >= Memory;
}
