using System.Text.Json;

namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// Publishes what a worker reports. Each call completes when the broker has the message on its disks, so that the delivery can be acknowledged. No
/// call can be cancelled, because then the message might be published or not.
/// </summary>
internal sealed class OutcomePublisher(Session session, Topology topology)
{
    private static readonly TimeSpan Aside = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Puts a message that was not attempted back unchanged. The broker would mark it as redelivered if it requeued it, which means that it may have
    /// been attempted.
    /// </summary>
    public Task RequeueAsync(WorkMessage message) =>
        session.PublishAsync(topology.Work, message.Properties, message.Send.Request, CancellationToken.None);

    /// <summary>Puts a message that is to be retried into a delay queue. The wait does not depend on a worker and blocks none.</summary>
    public Task RetryLaterAsync(WorkMessage message, DateTimeOffset triedAt, SendOutcome.Retry outcome)
    {
        var send = message.Send;
        var triedSince = outcome.MayBeAccepted ? send.TriedSince ?? triedAt : send.TriedSince;
        return session.PublishAsync(topology.Later(outcome.Delay), message.PropertiesOfNext(triedSince), send.Request, CancellationToken.None);
    }

    /// <summary>Puts aside a message that was not attempted, because cheaper ones can go first.</summary>
    public Task SetAsideAsync(WorkMessage message) =>
        session.PublishAsync(topology.Later(Aside), message.Properties, message.Send.Request, CancellationToken.None);

    public Task DeadLetterAsync(Delivery delivery, string reason) =>
        session.PublishAsync(topology.Dead, WorkMessage.PropertiesOfDead(delivery, reason), delivery.Body, CancellationToken.None);

    public Task PublishResultAsync(ResultRecord result) =>
        PublishAsync(RecordKind.KeyOf(result), RecordKind.Result, JsonSerializer.SerializeToUtf8Bytes(result, RecordJson.Default.ResultRecord));

    public Task PublishPauseAsync(EsmsDispatchPause pause) =>
        PublishAsync(RecordKind.Pause, RecordKind.Pause, JsonSerializer.SerializeToUtf8Bytes(PauseRecord.Of(pause), RecordJson.Default.PauseRecord));

    /// <summary>Reports that a queue was deleted, with its messages.</summary>
    public Task PublishLostQueueAsync() =>
        session.PublishAsync(topology.Results, RecordKind.Lost, RecordKind.Properties(RecordKind.Lost), default, default);

    private Task PublishAsync(string key, string kind, byte[] body) =>
        session.PublishAsync(topology.Results, key, RecordKind.Properties(kind), body, CancellationToken.None);
}
