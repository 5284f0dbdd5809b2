using Microsoft.Extensions.Hosting;

namespace Esms.Emulator;

/// <summary>
/// Does what time brings: tells of steps, and makes callbacks. It sleeps until the next is due, or somebody has moved the clock or sent something.
/// </summary>
internal sealed class EmulatorPump(EmulatorEngine engine) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var wake = new SemaphoreSlim(0);
        void Wake(object? sender, EventArgs arguments) => wake.Release();
        engine.Clock.Moved += Wake;
        engine.Feed.Published += Wake;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var next = engine.Feed.PublishMoves();
                engine.Callbacks.Begin();
                await SleepAsync(wake, Sooner(next, engine.Callbacks.NextDue), stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
        finally
        {
            engine.Clock.Moved -= Wake;
            engine.Feed.Published -= Wake;
        }
    }

    private async Task SleepAsync(SemaphoreSlim wake, long? next, CancellationToken stopping)
    {
        var delay = next is { } due
            ? TimeSpan.FromMilliseconds(Math.Clamp(due - engine.Clock.Now, Shortest.TotalMilliseconds, Longest.TotalMilliseconds))
            : Longest;
        using var sleep = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var woken = wake.WaitAsync(sleep.Token);
        await Task.WhenAny(woken, engine.Clock.DelayAsync(delay, sleep.Token)).ConfigureAwait(false);
        await sleep.CancelAsync().ConfigureAwait(false);
        await woken.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (wake.CurrentCount > 0)
            await wake.WaitAsync(stopping).ConfigureAwait(false);
    }

    private static long? Sooner(long? left, long? right) =>
        left is null ? right
        : right is null ? left
        : Math.Min(left.Value, right.Value);
}
