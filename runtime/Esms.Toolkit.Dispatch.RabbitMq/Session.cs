using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Esms.Dispatching.RabbitMq;

/// <summary>A connection with one channel that has publisher confirms.</summary>
internal sealed class Session(IConnection connection, IChannel channel, Broker broker, ILogger logger) : IAsyncDisposable
{
    /// <summary>
    /// A server that has just restarted can accept a message and never confirm it, because its queues have no leader yet. Without a limit the caller
    /// would wait forever and block everything behind it.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A confirmation in a session that started earlier says nothing about the current state of the server.</summary>
    private readonly bool _beganShort = broker.Shortage is not null;

    public IChannel Channel => channel;

    /// <summary>Publishes a message. It is on the disks of the broker when the call completes. A message that no queue takes is an error.</summary>
    /// <exception cref="TimeoutException">The broker does not confirm the message. Another session may succeed.</exception>
    public async Task PublishAsync(
        string exchange,
        string key,
        BasicProperties properties,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await channel
                .BasicPublishAsync(exchange, key, mandatory: true, properties, body, cancellationToken)
                .AsTask()
                .WaitAsync(Patience, cancellationToken)
                .ConfigureAwait(false);
            if (_beganShort)
                broker.Note(null, logger);
        }
        catch (TimeoutException exception) when (broker.Shortage is { } shortage)
        {
            throw new TimeoutException($"RabbitMQ accepts no messages because it is short of {shortage}.", exception);
        }
    }

    public Task PublishAsync(string queue, BasicProperties properties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        PublishAsync(string.Empty, queue, properties, body, cancellationToken);

    /// <summary>Looks a queue up; null when there is none of that name.</summary>
    public async Task<QueueDeclareOk?> FindAsync(string queue, CancellationToken cancellationToken)
    {
        // A channel of its own, because the server closes the channel when the queue is missing.
        var question = await connection.CreateChannelAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (question.ConfigureAwait(false))
        {
            try
            {
                return await question.QueueDeclarePassiveAsync(queue, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == Constants.NotFound)
            {
                return null;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync(channel).ConfigureAwait(false);
        await CloseAsync(connection).ConfigureAwait(false);
    }

    /// <summary>Closes a resource that may break meanwhile, or whose server no longer responds.</summary>
    public static async Task CloseAsync(IAsyncDisposable part)
    {
        try
        {
            await part.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (Broker.IsTransient(exception))
        {
            // There is nothing left to close.
        }
    }
}
