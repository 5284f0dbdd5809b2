using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Esms.Dispatching.RabbitMq;

/// <summary>A connection with one channel, whose publishings are confirmed.</summary>
internal sealed class Session(IConnection connection, IChannel channel, Broker broker, ILogger logger) : IAsyncDisposable
{
    /// <summary>
    /// A server that has just come back can take a message and never confirm it: its queues have no leader yet. Whoever waited for that for ever
    /// would hold up all behind it.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>What is confirmed in a session that began before says nothing of the server as it is now.</summary>
    private readonly bool _beganShort = broker.Shortage is not null;

    public IChannel Channel => channel;

    /// <summary>When this returns, the message is on the disks of the broker. Messages that no queue takes are an error.</summary>
    /// <exception cref="TimeoutException">The broker does not say whether it has the message. Another session may go better.</exception>
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
            throw new TimeoutException($"RabbitMQ takes no messages, because it is short of {shortage}.", exception);
        }
    }

    public Task PublishAsync(string queue, BasicProperties properties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        PublishAsync(string.Empty, queue, properties, body, cancellationToken);

    /// <summary>What the broker says of a queue; null when there is none of that name.</summary>
    public async Task<QueueDeclareOk?> FindAsync(string queue, CancellationToken cancellationToken)
    {
        // A channel of its own, because the answer that there is none closes it.
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

    /// <summary>Closes what may break meanwhile, or belong to a server that does not answer any more.</summary>
    public static async Task CloseAsync(IAsyncDisposable part)
    {
        try
        {
            await part.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (Broker.IsPassing(exception))
        {
            // There is nothing to close any more.
        }
    }
}
