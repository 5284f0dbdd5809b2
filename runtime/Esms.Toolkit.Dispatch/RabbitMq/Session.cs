using RabbitMQ.Client;

namespace Esms.Dispatching.RabbitMq;

/// <summary>A connection with one channel, whose publishings are confirmed.</summary>
internal sealed class Session(IConnection connection, IChannel channel) : IAsyncDisposable
{
    public IChannel Channel => channel;

    /// <summary>When this returns, the message is on the disks of the broker. Messages that no queue takes are an error.</summary>
    public ValueTask PublishAsync(
        string exchange, string key, BasicProperties properties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        channel.BasicPublishAsync(exchange, key, mandatory: true, properties, body, cancellationToken);

    public ValueTask PublishAsync(string queue, BasicProperties properties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        PublishAsync(string.Empty, queue, properties, body, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await channel.DisposeAsync().ConfigureAwait(false);
            await connection.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (Broker.IsPassing(exception))
        {
            // It broke while it was closed. There is nothing to close any more.
        }
    }
}
