using RabbitMQ.Client.Events;

namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// Finds a record in the results stream before those of a batch, so that readers know where to start. The record is identified by its offset. A time
/// would depend on the clocks of two machines. A reader that asks for a time later than every record also starts after the record that the broker is
/// writing at that moment, and never receives it.
/// </summary>
internal sealed class Bookmark(ConfirmedPublisher publisher, Topology topology, TimeProvider clock) : IDisposable
{
    /// <summary>An older record is also correct, but makes readers start earlier.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    /// <summary>The broker has the record, so it arrives at once or not at all.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _gate = new(1);
    private long? _foundAt;
    private long _offset;

    /// <summary>Finds the offset of an existing record.</summary>
    public async Task<long> FindAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_foundAt is { } foundAt && clock.GetElapsedTime(foundAt) < Lifetime)
                return _offset;
            _foundAt = null;
            _offset = await publisher.UseAsync(session => MarkAsync(session, cancellationToken), cancellationToken).ConfigureAwait(false);
            _foundAt = clock.GetTimestamp();
            return _offset;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>Writes a record, so that there is one. Finds the first record of the chunk in which the broker stored the last one.</summary>
    private async Task<long> MarkAsync(Session session, CancellationToken cancellationToken)
    {
        var mark = RecordKind.Properties(RecordKind.Mark);
        await session.PublishAsync(topology.Results, RecordKind.Mark, mark, ReadOnlyMemory<byte>.Empty, cancellationToken).ConfigureAwait(false);
        var found = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        var consumer = new AsyncEventingBasicConsumer(session.Channel);
        consumer.ReceivedAsync += (_, delivered) => Task.FromResult(found.TrySetResult(RecordOffset.Of(delivered.BasicProperties) ?? 0));
        consumer.UnregisteredAsync += (_, _) => Task.FromResult(found.TrySetException(new IOException("The results stream was deleted.")));
        consumer.ShutdownAsync += (_, _) => Task.FromResult(found.TrySetException(new IOException("The connection broke.")));
        var tag = await RecordOffset.ConsumeAsync(session.Channel, topology.Results, "last", 1, consumer, cancellationToken).ConfigureAwait(false);
        try
        {
            return await found.Task.WaitAsync(Patience, clock, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await session.Channel.BasicCancelAsync(tag, noWait: false, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
