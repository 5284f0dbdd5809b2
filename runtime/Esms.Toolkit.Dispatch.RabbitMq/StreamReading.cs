using System.Threading.Channels;
using RabbitMQ.Client.Events;

namespace Esms.Dispatching.RabbitMq;

/// <summary>Reads streams in one session.</summary>
internal sealed class StreamReading(Session session)
{
    /// <summary>How many records of each stream the broker sends without an acknowledgement.</summary>
    private const ushort Ahead = 1000;

    private const int AcknowledgedTogether = 100;

    private readonly Channel<Delivery> _records = Channel.CreateUnbounded<Delivery>();
    private readonly HashSet<string> _streams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _expected = new(StringComparer.Ordinal);
    private Task<bool>? _coming;
    private int _read;

    public Session Session => session;

    /// <summary>Whether no more records arrive in this session.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether the broker cancelled the consumer, as it does when a stream is deleted.</summary>
    public bool WasCancelled { get; private set; }

    /// <summary>A stream that has not returned its known record yet; null when all have.</summary>
    public string? Silent => _expected.Keys.FirstOrDefault();

    /// <summary>Starts to read the streams that are not read yet.</summary>
    /// <param name="positions">Where to start, by stream.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task ConsumeAsync(Dictionary<string, object> positions, CancellationToken cancellationToken)
    {
        if (_streams.Count == positions.Count)
            return;
        foreach (var (stream, position) in positions)
        {
            if (!_streams.Add(stream))
                continue;
            if (position is long offset)
                _expected.Add(stream, offset);
            var consumer = new AsyncEventingBasicConsumer(session.Channel);
            consumer.ReceivedAsync += (_, delivered) => Task.FromResult(_records.Writer.TryWrite(Delivery.Of(delivered)));
            consumer.UnregisteredAsync += (_, _) => Task.FromResult(WasCancelled = _records.Writer.TryComplete());
            consumer.ShutdownAsync += (_, _) => Task.FromResult(_records.Writer.TryComplete());
            await RecordOffset.ConsumeAsync(session.Channel, stream, position, Ahead, consumer, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Returns the next record; null when none arrives in time, or when no more will arrive.</summary>
    public async Task<Delivery?> NextAsync(TimeSpan wait, TimeProvider clock, CancellationToken cancellationToken)
    {
        Delivery? record;
        while (!_records.Reader.TryRead(out record))
        {
            _coming ??= _records.Reader.WaitToReadAsync(cancellationToken).AsTask();
            try
            {
                IsOver = !await _coming.WaitAsync(wait, clock, cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                return null;
            }
            _coming = null;
            if (IsOver)
                return null;
        }
        return record;
    }

    /// <summary>Compares the first record of a stream with the requested one.</summary>
    /// <exception cref="LostRecordsException">The stream is another one.</exception>
    public void Check(string stream, long offset)
    {
        if (_expected.Remove(stream, out var expected) && offset < expected)
            throw new LostRecordsException($"The stream {stream} was deleted and created again. Its records are lost.");
    }

    public async Task AcknowledgeAsync(Delivery record)
    {
        if (++_read % AcknowledgedTogether == 0)
            await session.Channel.BasicAckAsync(record.Tag, multiple: true, CancellationToken.None).ConfigureAwait(false);
    }
}
