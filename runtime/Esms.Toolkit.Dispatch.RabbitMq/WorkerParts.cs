using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Esms.Dispatching.RabbitMq;

/// <summary>What a worker keeps from one session to the next.</summary>
/// <param name="Sender">Tries a message.</param>
/// <param name="Limit">How many are under way.</param>
/// <param name="Breaker">When none is.</param>
/// <param name="Clock">Tells the time.</param>
/// <param name="Logger">Takes what happens.</param>
/// <param name="Abandoned">Ends tries whose answers nobody waits for any more.</param>
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
    /// Results that a broken session left unpublished. Their messages come again, here or elsewhere, and eSMS would know them; their message ids
    /// are only here.
    /// </summary>
    public ConcurrentQueue<ResultRecord> UnpublishedResults { get; } = new();

    private EsmsDispatchPause? _told;

    /// <summary>Says why messages wait, once.</summary>
    public Task TellAsync(OutcomePublisher publisher, EsmsDispatchPause pause)
    {
        if (Interlocked.Exchange(ref _told, pause) == pause)
            return Task.CompletedTask;
        Logger.Pauses(pause.Until, pause.Reason, (int?)pause.Code);
        return publisher.PauseAsync(pause);
    }
}
