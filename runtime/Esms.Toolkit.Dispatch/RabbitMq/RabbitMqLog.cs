using Microsoft.Extensions.Logging;

namespace Esms.Dispatching.RabbitMq;

/// <summary>What is logged of the broker. Of exceptions only the kind: a server may quote what it was sent.</summary>
internal static partial class RabbitMqLog
{
    [LoggerMessage(101, LogLevel.Warning, "{Who} has no session at RabbitMQ, and opens another one: {Problem}")]
    public static partial void SessionBroken(this ILogger logger, string who, string problem);

    [LoggerMessage(102, LogLevel.Warning, "A message without what ours have went to the dead letters.")]
    public static partial void Foreign(this ILogger logger);

    [LoggerMessage(103, LogLevel.Warning, "A message with the outcome {Outcome} went to the dead letters, with the RequestId {RequestId}.")]
    public static partial void Dead(this ILogger logger, EsmsDispatchOutcome outcome, string requestId);
}
