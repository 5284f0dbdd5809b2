using System.Threading.RateLimiting;

namespace Esms.Runtime;

/// <summary>How fast the calls of one operation may follow one another.</summary>
internal sealed class Pace : IDisposable
{
    /// <summary>
    /// A turn comes back when its segment has left the window, and may have been taken at the end of that segment. So the window is a second and two
    /// segments long: one for that, and one for what the way to the service takes now longer, now shorter.
    /// </summary>
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1) + (2 * Segment);

    private static TimeSpan Segment => TimeSpan.FromMilliseconds(50);

    private readonly SlidingWindowRateLimiter? _limiter;

    /// <summary>Until when nothing goes out, by <see cref="Environment.TickCount64"/>.</summary>
    private long _heldUntil;

    /// <param name="callsPerSecond">How many calls may go out in any second; 0 for as many as there are.</param>
    public Pace(int callsPerSecond)
    {
        if (callsPerSecond > 0)
        {
            _limiter = new SlidingWindowRateLimiter(new SlidingWindowRateLimiterOptions
            {
                PermitLimit = callsPerSecond,
                Window = Window,
                SegmentsPerWindow = (int)(Window / Segment),
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
                QueueLimit = int.MaxValue,
            });
        }
    }

    /// <summary>Holds back everything for a while.</summary>
    public void Hold(TimeSpan delay)
    {
        var until = Environment.TickCount64 + (long)delay.TotalMilliseconds;
        for (var seen = Volatile.Read(ref _heldUntil); seen < until;)
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
    public async ValueTask<bool> WaitAsync(CallClock clock, CancellationToken cancellationToken)
    {
        while (Volatile.Read(ref _heldUntil) - Environment.TickCount64 is > 0 and var held)
        {
            var delay = TimeSpan.FromMilliseconds(held);
            if (delay >= clock.Left)
                return false;
            await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
        }
        if (_limiter is null)
            return true;
        try
        {
            using var lease = _limiter.AttemptAcquire();
            return lease.IsAcquired || await QueueAsync(_limiter, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    public void Dispose() => _limiter?.Dispose();

    private static async ValueTask<bool> QueueAsync(SlidingWindowRateLimiter limiter, CallClock clock, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(clock.Limit(TimeSpan.MaxValue));
        try
        {
            using var lease = await limiter.AcquireAsync(1, limit.Token).ConfigureAwait(false);
            return lease.IsAcquired;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }
}
