using System.Runtime.CompilerServices;

namespace Esms.Dispatching.Sqlite;

/// <summary>The outbox in a file, for callers that enqueue and watch. Another process may be the one that sends.</summary>
/// <param name="file">The file.</param>
/// <param name="clock">The clock.</param>
/// <param name="options">The limits that rows are checked against.</param>
internal sealed class SqliteDispatcher(OutboxFile file, TimeProvider clock, EsmsDispatchOptions options) : IEsmsDispatcher
{
    /// <summary>How many rows are written at a time: enough to wait for the disk seldom, and few enough for memory.</summary>
    private const int Rows = 500;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(0.5);

    private readonly EnqueueWriter _writer = new(file);

    public async Task<EsmsEnqueued> EnqueueAsync(EsmsBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var total = new EsmsEnqueued(0, 0);
        var sends = new List<OutboxMessage>(Rows);
        await foreach (var row in batch.Rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            sends.Add(OutboxMessage.Of(batch.Campaign, row, options));
            if (sends.Count == Rows)
                await AddAsync().ConfigureAwait(false);
        }
        if (sends.Count > 0)
            await AddAsync().ConfigureAwait(false);
        return total;

        async Task AddAsync()
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (added, known) = await _writer.AddAsync(batch.Campaign, sends).ConfigureAwait(false);
            total = new EsmsEnqueued(total.Added + added, total.Known + known);
            sends = new List<OutboxMessage>(Rows);
        }
    }

    public async IAsyncEnumerable<EsmsCampaignProgress> WatchAsync(
        string campaign,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(campaign);
        EsmsCampaignProgress? last = null;
        while (last is not { Left: <= 0 })
        {
            if (last is not null)
                await Task.Delay(BetweenLooks, cancellationToken).ConfigureAwait(false);
            var progress = file.Read(reads => JournalReader.Progress(reads, campaign, clock.GetUtcNow()));
            if (progress != last)
                yield return progress;
            last = progress;
        }
    }

    public async IAsyncEnumerable<EsmsDispatchResult> ReadResultsAsync(
        string campaign,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(campaign);
        for (long read = 0; ; )
        {
            // Read first: results that arrive between the two queries are read in the next round.
            var progress = file.Read(reads => JournalReader.Progress(reads, campaign, clock.GetUtcNow()));
            var after = read;
            var results = file.Read(reads => JournalReader.Results(reads, campaign, after, Rows));
            foreach (var result in results)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return result;
            }
            read += results.Count;
            if (results.Count > 0)
                continue;
            if (progress.Left <= 0)
                yield break;
            await Task.Delay(BetweenLooks, cancellationToken).ConfigureAwait(false);
        }
    }
}
