using System.Net.Sockets;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Esms.Cli;

/// <summary>An outbox on a RabbitMQ server, which workers send from.</summary>
/// <param name="Address">The server, with the password that nothing may show.</param>
/// <param name="Name">What the names of its queues begin with.</param>
internal sealed record BrokerOutbox(Uri Address, string Name)
{
    /// <summary>Who waits at a terminal is told sooner than an application is, which waits for a server that restarts.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The server, for people: without the password.</summary>
    public string Place { get; } =
        new UriBuilder(Address) { Password = string.Empty }
            .Uri
            .AbsoluteUri;

    /// <summary>What starts a worker for it.</summary>
    public string Worker =>
        $"esms {WorkerCommand.Name} {Place}" + (Name == OutboxNameOption.Default ? string.Empty : $" {OutboxNameOption.Name} {Name}");

    /// <exception cref="UsageException">It is no address of a broker.</exception>
    public static BrokerOutbox Read(string address, string name) => new(BrokerAddress.Read(address), name);

    /// <exception cref="UsageException">The address or the name is wrong.</exception>
    public EsmsDispatchBuilder Use(EsmsDispatchBuilder builder)
    {
        try
        {
            return builder.UseRabbitMq(Address, Name);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(exception.Message);
        }
    }

    /// <summary>
    /// Connects once, so that a wrong address is told before anybody is asked to send. The channel is what tells of a vhost that there is not: until
    /// one is opened, the connection looks as if it were there.
    /// </summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory
        {
            Uri = Address,
            AutomaticRecoveryEnabled = false,
            RequestedConnectionTimeout = Patience,
        };
        factory.Ssl.AcceptablePolicyErrors = System.Net.Security.SslPolicyErrors.None; // Setting the address allows any name otherwise.
        var connection = await factory.CreateConnectionAsync("esms-toolkit check", cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            await channel.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>What an exception of the broker says, in words that do not quote it.</summary>
    /// <returns>Null for one that is not about the broker.</returns>
    public (string Text, int ExitCode)? Explain(Exception exception) =>
        exception switch
        {
            BrokerUnreachableException { InnerException: { } inner } when Explain(inner) is { } problem => problem,
            System.Security.Authentication.AuthenticationException => Wrong(
                "has a certificate that is not for this name, or not signed by an authority that this machine trusts."
            ),
            AuthenticationFailureException => Wrong($"refuses the user or the password. The password is read from {BrokerAddress.Password}."),
            OperationInterruptedException { ShutdownReason.ReplyCode: Constants.NotAllowed } => Wrong(
                "has no such vhost, or the user may not use it."
            ),
            OperationInterruptedException { ShutdownReason.ReplyCode: Constants.AccessRefused } => Wrong(
                $"does not let the user use the queues {Name}.*"
            ),
            OperationInterruptedException { ShutdownReason.ReplyCode: Constants.PreconditionFailed } => Wrong(
                $"has queues {Name}.* that are no outbox."
            ),
            // The outbox says what of it is gone.
            EndOfStreamException { Source: "Esms.Toolkit.Dispatch.RabbitMq" } gone => (gone.Message, ExitCodes.NotReached),
            // Errors of files are no errors of the broker.
            RabbitMQClientException
            or BrokerUnreachableException
            or EndOfStreamException
            or IOException { InnerException: SocketException }
            or SocketException
            or TimeoutException
            or ObjectDisposedException => ($"The broker {Place} was not reached ({exception.GetType().Name}).", ExitCodes.NotReached),
            _ => null,
        };

    private (string Text, int ExitCode) Wrong(string problem) => ($"The broker {Place} {problem}", ExitCodes.Usage);
}
