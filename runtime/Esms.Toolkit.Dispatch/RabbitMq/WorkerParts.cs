using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Esms.Dispatching.RabbitMq;

/// <summary>What a worker keeps from one session to the next.</summary>
internal sealed record WorkerParts(KeptSender Sender, AdaptiveLimit Limit, HourlyLimits Hourly, TimeProvider Clock, ILogger Logger)
{
    /// <summary>
    /// Results that a broken session left unpublished. Their messages come again, here or elsewhere, and eSMS would know them; their message ids are only
    /// here.
    /// </summary>
    public ConcurrentQueue<ResultRecord> Owed { get; } = new();
}
