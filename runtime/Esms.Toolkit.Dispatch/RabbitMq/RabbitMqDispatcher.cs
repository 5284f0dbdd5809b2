using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Esms.Dispatching.RabbitMq;

/// <summary>The outbox on RabbitMQ, for those who enqueue and watch.</summary>
internal sealed class RabbitMqDispatcher(Broker broker, TimeProvider clock, EsmsDispatchOptions options, ILogger<RabbitMqDispatcher> logger)
    : IEsmsDispatcher,
        IAsyncDisposable,
        IDisposable
{
    /// <summary>
    /// So many rows wait for their confirmations at once: enough to keep the disk of the broker busy, and all that is held of a batch.
    /// </summary>
    private const int Window = 256;

    /// <summary>By so much the clocks of the broker and of those who enqueue may differ.</summary>
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan BetweenStates = TimeSpan.FromSeconds(0.5);

    private readonly ConfirmedPublisher _publisher = new(broker, clock, logger);

    public async Task<EsmsEnqueued> EnqueueAsync(EsmsBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var (beganAt, book) = (clock.GetUtcNow(), new BatchBook(batch, options));
        var window = new ParallelOptions { MaxDegreeOfParallelism = Window, CancellationToken = cancellationToken };
        await Parallel
            .ForEachAsync(book.ReadAsync(cancellationToken), window, (send, token) => EnqueueAsync(send, batch.BegunAt, token))
            .ConfigureAwait(false);
        var record = new CampaignRecord(batch.Campaign, beganAt, book.Added, book.Digest);
        var body = JsonSerializer.SerializeToUtf8Bytes(record, RecordJson.Default.CampaignRecord);
        await _publisher
            .PublishAsync(
                broker.Topology.Results,
                RecordKind.KeyOfCampaign(batch.Campaign),
                static _ => RecordKind.Properties(RecordKind.Campaign),
                body,
                cancellationToken
            )
            .ConfigureAwait(false);
        return new EsmsEnqueued(book.Added, book.Known);
    }

    public async IAsyncEnumerable<EsmsDispatchResult> ReadResultsAsync(
        string campaign,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await foreach (var result in ReadAsync(new CampaignTally(campaign, clock), campaign, cancellationToken).ConfigureAwait(false))
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
                await Task.Delay(BetweenStates, clock, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await counting.ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => _publisher.DisposeAsync();

    public void Dispose() => _publisher.DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>
    /// A row whose confirmation was lost may be there twice, and so may one of a batch that broke off. The second one says of itself since when its
    /// copy may have been sent.
    /// </summary>
    private async ValueTask EnqueueAsync(KeptSend send, DateTimeOffset? copySince, CancellationToken cancellationToken)
    {
        var enqueuedAt = clock.GetUtcNow();
        await _publisher
            .PublishAsync(
                string.Empty,
                broker.Topology.Work,
                isRepeat => WorkMessage.PropertiesOfNew(send, enqueuedAt, copySince ?? (isRepeat ? enqueuedAt : null)),
                send.Request,
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>Ends with the campaign; its error is that of the states.</summary>
    private async Task CountAsync(string campaign, ChannelWriter<EsmsCampaignProgress> states, CancellationToken cancellationToken)
    {
        var tally = new CampaignTally(campaign, clock);
        try
        {
            await foreach (var _ in ReadAsync(tally, campaign, cancellationToken).ConfigureAwait(false))
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
        var feed = new RecordFeed(broker, clock, logger);
        var hash = RecordKind.HashOf(campaign);
        await foreach (var record in feed.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            // Most records are of other campaigns; their keys tell.
            var kind = record.Key.EndsWith(hash, StringComparison.Ordinal) || record.Key == RecordKind.Pause ? record.Properties.Type : null;
            if (kind == RecordKind.Campaign && Read(record, RecordJson.Default.CampaignRecord) is { } batch)
            {
                tally.Add(batch);
                feed.ReadResults(batch.BeganAt - ClocksDiffer);
                yield return null;
            }
            else if (kind == RecordKind.Result && Read(record, RecordJson.Default.ResultRecord) is { } result && tally.Add(result))
            {
                yield return result;
            }
            else if (kind == RecordKind.Pause && Read(record, RecordJson.Default.PauseRecord) is { } pause)
            {
                tally.Add(pause);
                yield return null;
            }
            if (tally.IsComplete)
                yield break;
        }
    }

    private static T? Read<T>(Delivery record, JsonTypeInfo<T> type)
        where T : class => JsonSerializer.Deserialize(record.Body.Span, type);
}
