using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Esms.Dispatching.RabbitMq;

/// <summary>The outbox on RabbitMQ, for callers that enqueue and watch.</summary>
internal sealed class RabbitMqDispatcher : IEsmsDispatcher, IAsyncDisposable, IDisposable
{
    /// <summary>
    /// How many rows wait for their confirmations at once. It keeps the disk of the broker busy, and is all of a batch that is in memory.
    /// </summary>
    private const int Window = 256;

    private static readonly TimeSpan BetweenStates = TimeSpan.FromSeconds(0.5);

    private const int MostLate = 1000;

    private readonly Broker _broker;
    private readonly TimeProvider _clock;
    private readonly EsmsDispatchOptions _options;
    private readonly ILogger _logger;
    private readonly ConfirmedPublisher _publisher;
    private readonly Bookmark _bookmark;
    private readonly RecentRows _recent = new();

    public RabbitMqDispatcher(Broker broker, TimeProvider clock, EsmsDispatchOptions options, ILogger<RabbitMqDispatcher> logger)
    {
        (_broker, _clock, _options, _logger) = (broker, clock, options, logger);
        _publisher = new ConfirmedPublisher(broker, clock, logger);
        _bookmark = new Bookmark(_publisher, broker.Topology, clock);
    }

    public async Task<EsmsEnqueued> EnqueueAsync(EsmsBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var book = new BatchBook(batch, _options, _recent);
        var record = new CampaignRecord(batch.Campaign, book.Id, await _bookmark.FindAsync(cancellationToken).ConfigureAwait(false), null, 0);
        // Readers find the rows of an interrupted batch by this record. A batch with a single row needs none, and there are many of those.
        var beginning = new Lazy<Task>(() => PublishAsync(record, cancellationToken));
        var window = new ParallelOptions { MaxDegreeOfParallelism = Window, CancellationToken = cancellationToken };
        try
        {
            await Parallel
                .ForEachAsync(
                    book.ReadAsync(cancellationToken),
                    window,
                    (send, token) =>
                    {
                        if (book.Added > 1)
                            _ = beginning.Value;
                        return EnqueueAsync(send, book.Id, batch.BegunAt, token);
                    }
                )
                .ConfigureAwait(false);
        }
        catch
        {
            await beginning.Value.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
        if (beginning.IsValueCreated)
            await beginning.Value.ConfigureAwait(false);
        await PublishAsync(record with { Rows = book.Added, Digest = book.Digest }, cancellationToken).ConfigureAwait(false);
        return new EsmsEnqueued(book.Added, book.Known);
    }

    public async IAsyncEnumerable<EsmsDispatchResult> ReadResultsAsync(
        string campaign,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await foreach (var result in ReadAsync(new CampaignTally(campaign, _clock), campaign, cancellationToken).ConfigureAwait(false))
        {
            if (result is not null)
                yield return result.ToResult();
        }
    }

    public async IAsyncEnumerable<EsmsCampaignProgress> WatchAsync(
        string campaign,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        // Holds only the latest state. A reader that is slower than the results skips states, but never sees an old one.
        var states = Channel.CreateBounded<EsmsCampaignProgress>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var counting = CountAsync(campaign, states.Writer, ended.Token);
        try
        {
            EsmsCampaignProgress? shown = null;
            await foreach (var state in states.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                if (state == shown)
                    continue;
                yield return shown = state;
                await Task.Delay(BetweenStates, _clock, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await counting.ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync()
    {
        _bookmark.Dispose();
        return _publisher.DisposeAsync();
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>
    /// A row whose confirmation was lost may be enqueued twice, and so may a row of an interrupted batch. The second copy says since when the first
    /// one may have been sent.
    /// </summary>
    private async ValueTask EnqueueAsync(OutboxMessage send, string batch, DateTimeOffset? copySince, CancellationToken cancellationToken)
    {
        var enqueuedAt = _clock.GetUtcNow();
        await _publisher
            .PublishAsync(
                string.Empty,
                _broker.Topology.Work,
                isRepeat => WorkMessage.PropertiesOfNew(send, batch, enqueuedAt, copySince ?? (isRepeat ? enqueuedAt : null)),
                send.Request,
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private Task PublishAsync(CampaignRecord record, CancellationToken cancellationToken) =>
        _publisher.PublishAsync(
            _broker.Topology.Results,
            RecordKind.KeyOfCampaign(record.Campaign),
            static _ => RecordKind.Properties(RecordKind.Campaign),
            JsonSerializer.SerializeToUtf8Bytes(record, RecordJson.Default.CampaignRecord),
            cancellationToken
        );

    /// <summary>Ends with the campaign. An error is passed on to the reader of the states.</summary>
    private async Task CountAsync(string campaign, ChannelWriter<EsmsCampaignProgress> states, CancellationToken cancellationToken)
    {
        var tally = new CampaignTally(campaign, _clock);
        try
        {
            await foreach (var _ in ReadAsync(tally, campaign, cancellationToken).ConfigureAwait(false))
            {
                if (tally.IsKnown)
                    states.TryWrite(tally.Progress);
            }
            states.TryWrite(tally.Progress);
            states.Complete();
        }
#pragma warning disable CA1031 // The reader of the states gets it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            states.Complete(exception);
        }
    }

    /// <summary>Reads the records of a campaign until it is complete. Returns each row's result once, and null for any other change.</summary>
    private async IAsyncEnumerable<ResultRecord?> ReadAsync(
        CampaignTally tally,
        string campaign,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(campaign);
        var feed = new RecordFeed(_broker, _clock, _logger);
        var hash = RecordKind.HashOf(campaign);
        var late = 0;
        await foreach (var record in feed.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var result in Take(record, tally, feed, hash))
                yield return result;
            // The result that decides about those held back may be the last one to arrive, or may never arrive.
            if (tally.IsComplete && (!tally.AreHeld || record is null || ++late > MostLate))
                break;
        }
        foreach (var result in tally.Finish())
            yield return result;
    }

    private static List<ResultRecord?> Take(Delivery? record, CampaignTally tally, RecordFeed feed, string hash)
    {
        // Most records belong to other campaigns, which their routing keys show.
        if (record is null || !(record.Key == RecordKind.Pause || record.Key.EndsWith(hash, StringComparison.Ordinal)))
            return [];
        if (record.Properties.Type == RecordKind.Result && Read(record, RecordJson.Default.ResultRecord) is { } result)
            return [.. tally.Add(result)];
        if (record.Properties.Type == RecordKind.Pause && Read(record, RecordJson.Default.PauseRecord) is { } pause)
            tally.Add(pause);
        else if (record.Properties.Type == RecordKind.Campaign && Read(record, RecordJson.Default.CampaignRecord) is { } batch)
        {
            tally.Add(batch);
            feed.ReadResults(batch.ResultsFrom);
        }
        return [null];
    }

    private static T? Read<T>(Delivery record, JsonTypeInfo<T> type)
        where T : class => JsonSerializer.Deserialize(record.Body.Span, type);
}
