using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// Opens sessions at a RabbitMQ server. The client could recover its connections by itself, but neither the first one, nor a channel that the server
/// closes, nor what was under way. Who has to begin anew for those needs nothing else: each session is new, declares the queues, and is left when
/// it breaks.
/// </summary>
internal sealed class Broker
{
    /// <summary>
    /// A class of AMQP whose commands declare something, as <see cref="QueueClass"/> is. Only there 406 says that somebody declared it otherwise.
    /// </summary>
    private const ushort ExchangeClass = 40;

    private const ushort QueueClass = 50;

    /// <summary>A server that restarts is back by then.</summary>
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

    /// <param name="address">The server, with the password that nothing may show.</param>
    /// <param name="topology">The queues.</param>
    /// <param name="options">How the server is trusted.</param>
    /// <exception cref="ArgumentException">It is no address of a RabbitMQ server.</exception>
    public static Broker At(Uri address, Topology topology, EsmsRabbitMqOptions options)
    {
        var factory = new ConnectionFactory { AutomaticRecoveryEnabled = false, RequestedHeartbeat = TimeSpan.FromSeconds(20) };
        try
        {
            factory.Uri = address;
        }
#pragma warning disable CA1031 // Whatever is wrong, what the client says about it may quote the address.
        catch (Exception)
#pragma warning restore CA1031
        {
            throw new ArgumentException("The address of RabbitMQ has the form amqps://user:password@host:5671/vhost.", nameof(address));
        }
        BrokerTls.Require(factory, options);
        return new Broker(factory, topology);
    }

    /// <summary>What the server is short of, and so takes no messages; null when it takes them.</summary>
    public string? Shortage => Volatile.Read(ref _shortage);

    /// <param name="purpose">What the server shows the connection as.</param>
    /// <param name="logger">Takes what the server says of itself.</param>
    /// <param name="cancellationToken">Ends the call.</param>
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

    /// <summary>Logs once, for all sessions, that the server takes no messages, or takes them again.</summary>
    /// <returns>Whether that is new.</returns>
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

    /// <summary>A user without the right to configure uses the queues that others have declared.</summary>
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

    /// <summary>Through a restart of the server; the error of one that is gone comes after a while.</summary>
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
                when (IsPassing(exception) && clock.GetElapsedTime(began) < Patience && !cancellationToken.IsCancellationRequested)
            {
                if (BrokerProblem.Describe(exception) is var found && found != problem)
                    logger.SessionBroken($"The {purpose}", problem = found);
                await Task.Delay(BetweenTries, clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Each publishing ends when the broker has confirmed it. How many are under way at once is bounded where they begin.</summary>
    private static CreateChannelOptions Confirmed { get; } =
        new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null);

    /// <summary>
    /// Whether another session may go better: not with a wrong password, and not with queues of that name that are others. A consumer that is refused
    /// as 406 met a stream which a server that has just come back has not started yet.
    /// </summary>
    public static bool IsPassing(Exception exception) =>
        exception switch
        {
            _ when BrokerProblem.Find<AuthenticationFailureException>(exception) is not null => false,
            // A certificate that is wrong now is wrong in a minute.
            _ when BrokerProblem.Find<AuthenticationException>(exception) is not null => false,
            OperationInterruptedException { ShutdownReason.ReplyCode: Constants.AccessRefused } => false,
            OperationInterruptedException { ShutdownReason: { ReplyCode: Constants.PreconditionFailed, ClassId: ExchangeClass or QueueClass } } =>
                false,
            LostRecordsException => false,
            // The client gives up waiting for a server that does not answer. Who cancels asks for no other session.
            OperationCanceledException => true,
            RabbitMQClientException or IOException or SocketException or ObjectDisposedException or TimeoutException => true,
            _ => false,
        };
}
