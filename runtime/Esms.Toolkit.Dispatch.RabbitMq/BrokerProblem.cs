using System.Net.Sockets;
using System.Security.Authentication;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Esms.Dispatching.RabbitMq;

/// <summary>Describes errors of the server and what to do about them. The text never quotes the server.</summary>
internal static class BrokerProblem
{
    public static string Describe(Exception exception) =>
        Find<AuthenticationException>(exception) is not null
            ? "its certificate is not for the name in the address, or not signed by a trusted authority. Check the address, and "
                + $"{nameof(EsmsRabbitMqOptions)}.{nameof(EsmsRabbitMqOptions.CertificateAuthorities)}."
        : Find<AuthenticationFailureException>(exception) is not null ? "it refuses the user or the password."
        : Find<OperationInterruptedException>(exception) is { ShutdownReason: { } reason } ? Describe(reason.ReplyCode)
        : Find<TimeoutException>(exception) is not null ? "it does not confirm messages."
        : Find<SocketException>(exception) is { } socket ? $"it cannot be reached ({socket.SocketErrorCode})."
        : $"the connection broke ({exception.GetBaseException().GetType().Name}).";

    /// <summary>Whether a declared queue was missing.</summary>
    public static bool IsQueueMissing(Exception exception) =>
        Find<OperationInterruptedException>(exception)?.ShutdownReason?.ReplyCode == Constants.NotFound;

    /// <summary>The resource that a blocked server is short of, if it names a known one.</summary>
    public static string ShortageOf(string? reason) =>
        reason?.Contains("memory", StringComparison.OrdinalIgnoreCase) == true ? "memory"
        : reason?.Contains("disk", StringComparison.OrdinalIgnoreCase) == true ? "disk space"
        : "an unnamed resource";

    /// <summary>Finds an exception of a type in an exception and its causes.</summary>
    public static T? Find<T>(Exception? exception)
        where T : Exception =>
        exception switch
        {
            null => null,
            T found => found,
            AggregateException several => several.InnerExceptions.Select(Find<T>).FirstOrDefault(static found => found is not null),
            _ => Find<T>(exception.InnerException),
        };

    private static string Describe(ushort code) =>
        code switch
        {
            Constants.NotAllowed => "it has no such virtual host, the user may not use it, or its connection limit is reached.",
            Constants.AccessRefused =>
                "the user may not use the queues. It needs the permissions to read and write them, and to configure them until they exist.",
            Constants.PreconditionFailed => "it has queues of these names that are not an outbox. Choose another name.",
            Constants.NotFound => "a queue of the outbox was deleted with its messages. It is declared again.",
            _ => $"it closed the connection with code {code}.",
        };
}
