using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Esms.Dispatching.RabbitMq;

/// <summary>The state of a worker that outlives a session.</summary>
/// <param name="Sender">Sends a message.</param>
/// <param name="Limit">Limits how many messages are in flight.</param>
/// <param name="Breaker">Stops sending for a while.</param>
/// <param name="Clock">The clock.</param>
/// <param name="Logger">The logger.</param>
/// <param name="Abandoned">Cancels the attempts in flight, when the host waits no longer.</param>
internal sealed record WorkerParts(
    OutboxSender Sender,
    AdaptiveConcurrencyLimiter Limit,
    CircuitBreaker Breaker,
    SteadyClock Clock,
    ILogger Logger,
    CancellationToken Abandoned
)
{
    /// <summary>
    /// Results that a broken session did not publish. Their messages are delivered again and eSMS refuses them as duplicates, but their message ids
    /// are only here.
    /// </summary>
    public ConcurrentQueue<ResultRecord> UnpublishedResults { get; } = new();

    private EsmsDispatchPause? _reported;

    /// <summary>Reports once why messages wait.</summary>
    public Task ReportAsync(OutcomePublisher publisher, EsmsDispatchPause pause)
    {
        if (Interlocked.Exchange(ref _reported, pause) == pause)
            return Task.CompletedTask;
        Logger.Pauses(pause.Until, pause.Reason, (int?)pause.Code);
        return publisher.PublishPauseAsync(pause);
    }
}
