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

    [LoggerMessage(104, LogLevel.Information, "Nobody has enqueued the campaign that a reader waits for. It goes on waiting.")]
    public static partial void UnknownCampaign(this ILogger logger);

    [LoggerMessage(
        105,
        LogLevel.Error,
        "RabbitMQ takes no messages, because it is short of {Shortage}. What is enqueued and what was sent waits for it."
    )]
    public static partial void Blocked(this ILogger logger, string shortage);

    [LoggerMessage(106, LogLevel.Information, "RabbitMQ takes messages again.")]
    public static partial void Unblocked(this ILogger logger);
}
