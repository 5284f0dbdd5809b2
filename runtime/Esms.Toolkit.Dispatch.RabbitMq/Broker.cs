using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// Opens sessions with a RabbitMQ server. The automatic recovery of the client is off. It does not cover the first connection, a channel that the
/// server closes, or messages in flight. The code for those cases covers the others too: each session is new, declares the queues, and is abandoned
/// when it breaks.
/// </summary>
internal sealed class Broker
{
    /// <summary>
    /// An AMQP class whose methods declare something, like <see cref="QueueClass"/>. Only in these classes does code 406 mean that the queue or
    /// exchange exists with other arguments.
    /// </summary>
    private const ushort ExchangeClass = 40;

    private const ushort QueueClass = 50;

    /// <summary>A restarting server is back within this time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    private readonly ConnectionFactory _factory;
    private string? _shortage;

    private Broker(ConnectionFactory factory, Topology topology)
    {
        _factory = factory;
        Topology = topology;
    }

    public Topology Topology { get; }

    /// <param name="address">The server, with a password that must not appear anywhere.</param>
    /// <param name="topology">The queues.</param>
    /// <param name="options">The TLS options.</param>
    /// <exception cref="ArgumentException">The address is not that of a RabbitMQ server.</exception>
    public static Broker At(Uri address, Topology topology, EsmsRabbitMqOptions options)
    {
        var factory = new ConnectionFactory { AutomaticRecoveryEnabled = false, RequestedHeartbeat = TimeSpan.FromSeconds(20) };
        try
        {
            factory.Uri = address;
        }
#pragma warning disable CA1031 // The message of any exception of the client may quote the address.
        catch (Exception)
#pragma warning restore CA1031
        {
            throw new ArgumentException("The address of RabbitMQ has the form amqps://user:password@host:5671/vhost.", nameof(address));
        }
        BrokerTls.Require(factory, options);
        return new Broker(factory, topology);
    }

    /// <summary>The resource that the server is short of, because of which it accepts no messages; null when it accepts them.</summary>
    public string? Shortage => Volatile.Read(ref _shortage);

    /// <param name="purpose">The name of the connection on the server.</param>
    /// <param name="logger">Logs what the server reports.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<Session> OpenAsync(string purpose, ILogger logger, CancellationToken cancellationToken)
    {
        var connection = await _factory.CreateConnectionAsync($"esms-toolkit {purpose}", cancellationToken).ConfigureAwait(false);
        try
        {
            connection.ConnectionBlockedAsync += (_, blocked) => Task.FromResult(Note(BrokerProblem.ShortageOf(blocked.Reason), logger));
            connection.ConnectionUnblockedAsync += (_, _) => Task.FromResult(Note(null, logger));
            var channel = await OpenChannelAsync(connection, cancellationToken).ConfigureAwait(false);
            return new Session(connection, channel, this, logger);
        }
        catch
        {
            await Session.CloseAsync(connection).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Logs once for all sessions that the server stopped or resumed accepting messages.</summary>
    /// <returns>Whether the state changed.</returns>
    public bool Note(string? shortage, ILogger logger)
    {
        if (Interlocked.Exchange(ref _shortage, shortage) == shortage)
            return false;
        if (shortage is null)
            logger.Unblocked();
        else
            logger.Blocked(shortage);
        return true;
    }

    /// <summary>Opens a channel. A user without the configure permission uses queues that others have declared.</summary>
    private async Task<IChannel> OpenChannelAsync(IConnection connection, CancellationToken cancellationToken)
    {
        var channel = await connection.CreateChannelAsync(Confirmed, cancellationToken).ConfigureAwait(false);
        try
        {
            await Topology.DeclareAsync(channel, cancellationToken).ConfigureAwait(false);
            return channel;
        }
        catch (OperationInterruptedException refused) when (refused.ShutdownReason?.ReplyCode == Constants.AccessRefused)
        {
            await Session.CloseAsync(channel).ConfigureAwait(false);
            channel = await connection.CreateChannelAsync(Confirmed, cancellationToken).ConfigureAwait(false);
            if (await Topology.ExistsAsync(channel, cancellationToken).ConfigureAwait(false))
                return channel;
            throw;
        }
    }

    /// <summary>Opens a session and waits through a restart of the server. Throws after a while when the server stays away.</summary>
    public async Task<Session> OpenPatientlyAsync(string purpose, TimeProvider clock, ILogger logger, CancellationToken cancellationToken)
    {
        var (began, problem) = (clock.GetTimestamp(), (string?)null);
        while (true)
        {
            try
            {
                return await OpenAsync(purpose, logger, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
                when (IsTransient(exception) && clock.GetElapsedTime(began) < Patience && !cancellationToken.IsCancellationRequested)
            {
                if (BrokerProblem.Describe(exception) is var found && found != problem)
                    logger.SessionBroken($"The {purpose}", problem = found);
                await Task.Delay(BetweenTries, clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Each publish completes when the broker has confirmed it. The callers limit how many are in flight.</summary>
    private static CreateChannelOptions Confirmed { get; } =
        new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null);

    /// <summary>
    /// Whether another session may succeed. It may not with a wrong password, or when the queues of that name are not ours. A consumer that is
    /// refused with code 406 met a stream that a restarting server has not started yet.
    /// </summary>
    public static bool IsTransient(Exception exception) =>
        exception switch
        {
            _ when BrokerProblem.Find<AuthenticationFailureException>(exception) is not null => false,
            // A wrong certificate will still be wrong in a minute.
            _ when BrokerProblem.Find<AuthenticationException>(exception) is not null => false,
            OperationInterruptedException { ShutdownReason.ReplyCode: Constants.AccessRefused } => false,
            OperationInterruptedException { ShutdownReason: { ReplyCode: Constants.PreconditionFailed, ClassId: ExchangeClass or QueueClass } } =>
                false,
            LostRecordsException => false,
            // The client stopped waiting for a server that does not respond. A caller that cancels does not want another session.
            OperationCanceledException => true,
            RabbitMQClientException or IOException or SocketException or ObjectDisposedException or TimeoutException => true,
            _ => false,
        };
}
