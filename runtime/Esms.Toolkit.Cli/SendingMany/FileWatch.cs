using System.Diagnostics;
using Esms.Dispatching.Sqlite;

namespace Esms.Cli;

/// <summary>Shows how far a campaign in a file has come. When nothing moves, it finds out why; when the file is gone, it ends.</summary>
/// <param name="file">The outbox.</param>
/// <param name="outbox">Its worker.</param>
/// <param name="view">Where the progress is shown.</param>
internal sealed class FileWatch(OutboxFile file, Outbox outbox, CampaignView view)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(0.5);

    /// <summary>A message takes a second at most, as a rule.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private long _movedAt = Stopwatch.GetTimestamp();

    /// <summary>The last progress that was seen; null before the first.</summary>
    public EsmsCampaignProgress? Progress { get; private set; }

    /// <summary>Returns when every message has its outcome.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="EsmsOutboxLostException">The file was moved, deleted or replaced.</exception>
    public async Task RunAsync(string campaign, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var states = outbox.Dispatcher.WatchAsync(campaign, end.Token).GetAsyncEnumerator(end.Token);
        await using (states.ConfigureAwait(false))
        {
            while (await NextAsync(states, end).ConfigureAwait(false))
            {
                (Progress, _movedAt) = (states.Current, Stopwatch.GetTimestamp());
                view.Show(Progress);
            }
        }
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<EsmsCampaignProgress> states, CancellationTokenSource end)
    {
        var next = states.MoveNextAsync().AsTask();
        try
        {
            while (await Task.WhenAny(next, Task.Delay(BetweenLooks, CancellationToken.None)).ConfigureAwait(false) != next)
                Look();
        }
        catch
        {
            // An iterator that is still running cannot be disposed of.
            await end.CancelAsync().ConfigureAwait(false);
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
        return await next.ConfigureAwait(false);
    }

    private void Look()
    {
        // The connection for writes is not asked: while another program has locked the file, the worker waits on it.
        if (file.FindProblem() is EsmsOutboxLostException lost)
            throw lost;
        if (Stopwatch.GetElapsedTime(_movedAt) < Patience || Progress is not { Left: > 0, Pause: null })
            return;
        if (FindReason() is { } reason)
            view.Stall(reason);
    }

    private string? FindReason()
    {
        if (file.Reads.IsLockedByAnother)
            return $"Another program has locked the outbox {file.Path}. Nothing is sent until it ends, or releases the file.";
        if (outbox.InFlight > 0)
            return "The service takes long to respond.";
        // The worker says it itself when it cannot use the file.
        return view.IsStalled ? null : "The messages wait for another attempt: the service was not reached, or did not give a usable response.";
    }
}
