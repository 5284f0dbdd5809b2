using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
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
    private const string Offset = "x-stream-offset";

    private static readonly TimeSpan BetweenSessions = TimeSpan.FromSeconds(1);

    /// <summary>Where to go on reading, by the name of the stream.</summary>
    private readonly Dictionary<string, object> _positions = new(StringComparer.Ordinal) { [broker.Topology.Campaigns] = "first" };

    /// <summary>Reads results too, from a time by the clock of the broker. Those of up to some minutes before may come with them.</summary>
    public void ReadResults(DateTimeOffset from) => _positions.TryAdd(broker.Topology.Results, new AmqpTimestamp(from.ToUnixTimeSeconds()));

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
                var read = 0;
                await foreach (var record in records.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                {
                    yield return record;
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
        if (record.Properties.Headers?[Offset] is long offset)
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
            await session.Channel.BasicQosAsync(0, Ahead, global: false, cancellationToken).ConfigureAwait(false);
            var arguments = new Dictionary<string, object?> { [Offset] = position };
            await session
                .Channel.BasicConsumeAsync(
                    stream,
                    autoAck: false,
                    string.Empty,
                    noLocal: false,
                    exclusive: false,
                    arguments,
                    consumer,
                    cancellationToken
                )
                .ConfigureAwait(false);
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
