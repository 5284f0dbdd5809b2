using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Esms.Dispatching.RabbitMq;

/// <summary>The outbox on RabbitMQ, for those who enqueue and watch.</summary>
internal sealed class RabbitMqDispatcher : IEsmsDispatcher, IAsyncDisposable, IDisposable
{
    /// <summary>
    /// So many rows wait for their confirmations at once: enough to keep the disk of the broker busy, and all that is held of a batch.
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
        // So that readers find what a batch has left behind that breaks off. One of a single row needs none, and there are many of those.
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
        // Holds the state as it is now: whoever is slower than the results sees fewer states, and never an old one.
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
    /// A row whose confirmation was lost may be there twice, and so may one of a batch that broke off. The second one says of itself since when its
    /// copy may have been sent.
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

    /// <summary>Ends with the campaign; its error is that of the states.</summary>
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
#pragma warning disable CA1031 // It is thrown to whoever reads the states.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            states.Complete(exception);
        }
    }

    /// <summary>What is told of a campaign until it is complete: results, each row once, and null for whatever else has changed.</summary>
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
            foreach (var told in Take(record, tally, feed, hash))
                yield return told;
            // The result that decides over those that are held is the last one to come, or somebody else's and not here.
            if (tally.IsComplete && (!tally.AreHeld || record is null || ++late > MostLate))
                break;
        }
        foreach (var told in tally.Finish())
            yield return told;
    }

    private static List<ResultRecord?> Take(Delivery? record, CampaignTally tally, RecordFeed feed, string hash)
    {
        // Most records are of other campaigns; their keys tell.
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
