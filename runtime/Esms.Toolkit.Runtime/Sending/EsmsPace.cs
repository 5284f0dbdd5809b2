using System.ComponentModel;
using System.Diagnostics;

namespace Esms.Runtime;

/// <summary>How fast the calls of one operation may follow one another.</summary>
/// <remarks>Made by generated code for the operations whose contracts name a limit, so that others do not link a rate limiter.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EsmsPace
{
    /// <summary>Until when nothing goes out, by <c>Environment.TickCount64</c>.</summary>
    private long _heldUntil;

    private protected EsmsPace() { }

    /// <summary>The operation whose pace it is.</summary>
    internal string Operation { get; set; } = string.Empty;

    /// <summary>The pace of another operation of the account.</summary>
    internal EsmsPace? Next { get; set; }

    /// <summary>A pace of so many calls in any second.</summary>
    /// <param name="calls">The number of calls.</param>
    /// <returns>The pace.</returns>
    public static EsmsPace PerSecond(int calls) => new LimitedPace(calls);

    /// <summary>Holds back everything for a while.</summary>
    internal void Hold(TimeSpan delay)
    {
        var until = Environment.TickCount64 + (delay.Ticks / TimeSpan.TicksPerMillisecond);
        for (var seen = Volatile.Read(ref _heldUntil); seen < until; )
        {
            var was = Interlocked.CompareExchange(ref _heldUntil, until, seen);
            if (was == seen)
                return;
            seen = was;
        }
    }

    /// <summary>Waits for a turn.</summary>
    /// <returns>False when the time of the call would be over before, and when the connection is closed.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    internal async Task<bool> WaitAsync(CallClock clock, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        while (Volatile.Read(ref _heldUntil) - Environment.TickCount64 is > 0 and var held)
        {
            var delay = TimeSpan.FromMilliseconds(held);
            if (delay >= clock.Left)
                return false;
            await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
        }
        var isInTime = await TakeTurnAsync(clock, cancellationToken).ConfigureAwait(false);
        Telemetry.Wait.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, new KeyValuePair<string, object?>("esms.operation", Operation));
        return isInTime;
    }

    private protected abstract Task<bool> TakeTurnAsync(CallClock clock, CancellationToken cancellationToken);

    internal virtual void Close() { }
}
