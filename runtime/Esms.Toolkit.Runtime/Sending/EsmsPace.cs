using System.ComponentModel;

namespace Esms.Runtime;

/// <summary>How fast the calls of one operation may follow one another.</summary>
/// <remarks>Made by generated code for the operations whose contracts name a limit, so that others do not link a rate limiter.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EsmsPace
{
    /// <summary>
    /// The service, or whoever speaks for it, can ask for an hour and be well again in a second. So no more than the time that a call takes by default
    /// is kept, and one call goes out from time to time to find out.
    /// </summary>
    private static readonly TimeSpan MaxHold = TimeSpan.FromMinutes(1);

    private const int ProbeMilliseconds = 10_000;

    private const long LookTicks = TimeSpan.TicksPerSecond / 2;

    /// <summary>Until when nothing goes out, by <c>Environment.TickCount64</c>.</summary>
    private long _heldUntil;

    /// <summary>When a call may go out all the same.</summary>
    private long _nextProbe;

    private long _asked;

    private protected EsmsPace() { }

    /// <summary>The operation whose pace it is.</summary>
    internal string Operation { get; set; } = string.Empty;

    /// <summary>The pace of another operation of the account.</summary>
    internal EsmsPace? Next { get; set; }

    /// <summary>A pace of so many calls in any second.</summary>
    /// <param name="calls">The number of calls.</param>
    /// <returns>The pace.</returns>
    public static EsmsPace PerSecond(int calls) => new LimitedPace(calls);

    /// <summary>Whether something asked to wait, and the time is not over.</summary>
    internal bool IsHeld => HeldFor > 0;

    /// <summary>How long the service asked to wait by <c>Retry-After</c>; zero when it was not by that.</summary>
    internal TimeSpan Asked => TimeSpan.FromTicks(Volatile.Read(ref _asked));

    private long HeldFor => Volatile.Read(ref _heldUntil) - Environment.TickCount64;

    /// <summary>Holds back calls for a while.</summary>
    /// <param name="delay">How long; no more than a minute of it is kept.</param>
    /// <param name="asked">What the service asked for by <c>Retry-After</c>, or zero.</param>
    internal void Hold(TimeSpan delay, TimeSpan asked)
    {
        var now = Environment.TickCount64;
        var until = now + (Math.Min(delay.Ticks, MaxHold.Ticks) / TimeSpan.TicksPerMillisecond);
        for (var seen = Volatile.Read(ref _heldUntil); seen < until; )
        {
            var was = Interlocked.CompareExchange(ref _heldUntil, until, seen);
            if (was == seen)
            {
                Volatile.Write(ref _asked, asked.Ticks);
                Volatile.Write(ref _nextProbe, now + ProbeMilliseconds);
                return;
            }
            seen = was;
        }
    }

    /// <summary>Lets everything go on: a probe was answered.</summary>
    internal void Release() => Volatile.Write(ref _heldUntil, 0);

    /// <summary>How long to wait before the next look whether a call may go out.</summary>
    /// <param name="clock">The time that the call has.</param>
    /// <param name="watch">Is told that the call waits.</param>
    /// <returns>Zero when the call may take its turn, and less when its time would be over before that.</returns>
    internal TimeSpan NextWait(CallClock clock, CallWatch? watch)
    {
        watch?.Waits();
        var held = HeldFor;
        if (held <= 0)
            return TimeSpan.Zero;
        var now = Environment.TickCount64;
        var probe = Volatile.Read(ref _nextProbe);
        if (probe <= now && Interlocked.CompareExchange(ref _nextProbe, now + ProbeMilliseconds, probe) == probe)
            return TimeSpan.Zero;
        var delay = Math.Min(held, Math.Max(probe - now, 1)) * TimeSpan.TicksPerMillisecond;
        // Not all of it at once: a probe may be answered meanwhile.
        return new TimeSpan(delay >= clock.Left.Ticks ? -1 : Math.Min(delay, LookTicks));
    }

    /// <summary>Takes a turn under the limit of the contract.</summary>
    /// <returns>False when the time of the call would be over before, and when the connection is closed.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    internal abstract Task<bool> TakeTurnAsync(CallClock clock, CancellationToken cancellationToken);

    internal virtual void Close() { }
}
