using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client.Events;

namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// Reads the streams through restarts of the broker: which campaigns there are, and the results when somebody has said from when on.
/// </summary>
internal sealed class RecordFeed(Broker broker, TimeProvider clock, ILogger logger)
{
    /// <summary>So many records the broker sends without an acknowledgement, of each stream.</summary>
    private const ushort Ahead = 1000;

    private const int AcknowledgedTogether = 100;

    private static readonly TimeSpan BetweenSessions = TimeSpan.FromSeconds(1);

    /// <summary>Where to go on reading, by the name of the stream.</summary>
    private readonly Dictionary<string, object> _positions = new(StringComparer.Ordinal) { [broker.Topology.Campaigns] = "first" };

    private long? _resultsFrom;
    private bool _isTooFar;

    /// <summary>Reads results too, from an offset on; from the beginning again, when those are read already and began later.</summary>
    public void ReadResults(long from)
    {
        if (from >= _resultsFrom)
            return;
        _isTooFar = _resultsFrom is not null;
        _resultsFrom = from;
        _positions[broker.Topology.Results] = from;
    }

    /// <summary>The records as they come, without an end. Those that were under way when a session broke come again.</summary>
    public async IAsyncEnumerable<Delivery> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var session = await broker.OpenPatientlyAsync("reader", clock, cancellationToken).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            {
                var records = Channel.CreateUnbounded<Delivery>();
                var streams = new HashSet<string>(StringComparer.Ordinal);
                if (!await TryConsumeAsync(session, streams, records, cancellationToken).ConfigureAwait(false))
                    records.Writer.TryComplete();
                (var read, _isTooFar) = (0, false);
                await foreach (var record in records.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                {
                    yield return record;
                    if (_isTooFar)
                        break;
                    Remember(record);
                    if (++read % AcknowledgedTogether == 0 && !await TryAcknowledgeAsync(session, record).ConfigureAwait(false))
                        break;
                    if (!await TryConsumeAsync(session, streams, records, cancellationToken).ConfigureAwait(false))
                        break;
                }
            }
            await Task.Delay(BetweenSessions, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private void Remember(Delivery record)
    {
        var stream = record.Properties.Type == RecordKind.Campaign ? broker.Topology.Campaigns : broker.Topology.Results;
        if (RecordOffset.Of(record.Properties) is { } offset)
            _positions[stream] = offset + 1;
    }

    private Task<bool> TryAcknowledgeAsync(Session session, Delivery record) =>
        TryAsync(() => session.Channel.BasicAckAsync(record.Tag, multiple: true, CancellationToken.None).AsTask());

    /// <summary>Begins with the streams that are to be read and are not yet.</summary>
    private async Task<bool> TryConsumeAsync(
        Session session,
        HashSet<string> streams,
        Channel<Delivery> records,
        CancellationToken cancellationToken
    ) => streams.Count == _positions.Count || await TryAsync(() => ConsumeAsync(session, streams, records, cancellationToken)).ConfigureAwait(false);

    private async Task ConsumeAsync(Session session, HashSet<string> streams, Channel<Delivery> records, CancellationToken cancellationToken)
    {
        foreach (var (stream, position) in _positions)
        {
            if (!streams.Add(stream))
                continue;
            var consumer = new AsyncEventingBasicConsumer(session.Channel);
            consumer.ReceivedAsync += (_, delivered) => Task.FromResult(records.Writer.TryWrite(Delivery.Of(delivered)));
            consumer.UnregisteredAsync += (_, _) => Task.FromResult(records.Writer.TryComplete());
            consumer.ShutdownAsync += (_, _) => Task.FromResult(records.Writer.TryComplete());
            await RecordOffset.ConsumeAsync(session.Channel, stream, position, Ahead, consumer, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> TryAsync(Func<Task> useAsync)
    {
        try
        {
            await useAsync().ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (Broker.IsPassing(exception))
        {
            logger.SessionBroken("A reader", BrokerProblem.Describe(exception));
            return false;
        }
    }
}
