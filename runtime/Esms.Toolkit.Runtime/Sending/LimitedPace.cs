using System.Threading.RateLimiting;

namespace Esms.Runtime;

/// <summary>The pace of an operation whose contract names a limit.</summary>
/// <param name="callsPerSecond">How many calls may go out in any second.</param>
#pragma warning disable CA1001 // Closed with the connection.
internal sealed class LimitedPace(int callsPerSecond) : EsmsPace
#pragma warning restore CA1001
{
    private static readonly TimeSpan Segment = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// A turn comes back when its segment has left the window, and may have been taken at the end of that segment. So the window is a second and two
    /// segments long: one for that, and one for what the way to the service takes now longer, now shorter.
    /// </summary>
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1) + (2 * Segment);

    private readonly SlidingWindowRateLimiter _limiter = new(
        new SlidingWindowRateLimiterOptions
        {
            PermitLimit = callsPerSecond,
            Window = Window,
            SegmentsPerWindow = (int)(Window / Segment),
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            QueueLimit = int.MaxValue,
        }
    );

    internal override async Task<bool> TakeTurnAsync(CallClock clock, CancellationToken cancellationToken)
    {
        try
        {
            using var now = _limiter.AttemptAcquire();
            return now.IsAcquired || await QueueAsync(clock, cancellationToken).ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    internal override void Close() => _limiter.Dispose();

    private async Task<bool> QueueAsync(CallClock clock, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(clock.Limit(TimeSpan.MaxValue));
        try
        {
            using var lease = await _limiter.AcquireAsync(1, limit.Token).ConfigureAwait(false);
            return lease.IsAcquired;
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }
}
