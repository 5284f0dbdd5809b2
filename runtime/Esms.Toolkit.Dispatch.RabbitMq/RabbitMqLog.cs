using Microsoft.Extensions.Logging;

namespace Esms.Dispatching.RabbitMq;

/// <summary>Log messages about the broker. Only the type of an exception is logged, because a server may quote what it was sent.</summary>
internal static partial class RabbitMqLog
{
    [LoggerMessage(101, LogLevel.Warning, "{Who} has no session with RabbitMQ and opens another one: {Problem}")]
    public static partial void SessionBroken(this ILogger logger, string who, string problem);

    [LoggerMessage(102, LogLevel.Warning, "A message that is not from the outbox was moved to the dead letters.")]
    public static partial void Foreign(this ILogger logger);

    [LoggerMessage(103, LogLevel.Warning, "A message with the outcome {Outcome} was moved to the dead letters. Its RequestId is {RequestId}.")]
    public static partial void Dead(this ILogger logger, EsmsDispatchOutcome outcome, string requestId);

    [LoggerMessage(104, LogLevel.Information, "The campaign that a reader waits for was not enqueued yet. The reader keeps waiting.")]
    public static partial void UnknownCampaign(this ILogger logger);

    [LoggerMessage(105, LogLevel.Error, "RabbitMQ accepts no messages because it is short of {Shortage}. Enqueueing and results wait for it.")]
    public static partial void Blocked(this ILogger logger, string shortage);

    [LoggerMessage(106, LogLevel.Information, "RabbitMQ accepts messages again.")]
    public static partial void Unblocked(this ILogger logger);
}
