using System.Text.Json;

namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// What a worker publishes. Each call ends when the broker has it on its disks, so that what it stands for can be acknowledged; none can be
/// cancelled, for a message that may or may not be there helps nobody.
/// </summary>
internal sealed class OutcomePublisher(Session session, Topology topology)
{
    private static readonly TimeSpan Aside = TimeSpan.FromSeconds(15);

    /// <summary>A message that was not tried goes back as it is. To let the broker return it would mark it as one that may have been tried.</summary>
    public Task BackAsync(WorkMessage message) =>
        session.PublishAsync(topology.Work, message.Properties, message.Send.Request, CancellationToken.None);

    /// <summary>A message that is to be tried again waits in a queue, and in no worker: so a wait survives all of them, and holds up none.</summary>
    public Task LaterAsync(WorkMessage message, DateTimeOffset triedAt, SendOutcome.Again outcome)
    {
        var send = message.Send;
        var triedSince = outcome.MayBeAccepted ? send.TriedSince ?? triedAt : send.TriedSince;
        return session.PublishAsync(topology.Later(outcome.Delay), message.PropertiesOfNext(triedSince), send.Request, CancellationToken.None);
    }

    /// <summary>A message that waits for others which cost less, and was not tried.</summary>
    public Task AsideAsync(WorkMessage message) =>
        session.PublishAsync(topology.Later(Aside), message.Properties, message.Send.Request, CancellationToken.None);

    public Task DeadAsync(Delivery delivery, string reason) =>
        session.PublishAsync(topology.Dead, WorkMessage.PropertiesOfDead(delivery, reason), delivery.Body, CancellationToken.None);

    public Task ResultAsync(ResultRecord result) =>
        TellAsync(RecordKind.KeyOf(result), RecordKind.Result, JsonSerializer.SerializeToUtf8Bytes(result, RecordJson.Default.ResultRecord));

    public Task PauseAsync(EsmsDispatchPause pause) =>
        TellAsync(RecordKind.Pause, RecordKind.Pause, JsonSerializer.SerializeToUtf8Bytes(PauseRecord.Of(pause), RecordJson.Default.PauseRecord));

    /// <summary>A queue was deleted, with what was in it.</summary>
    public Task LostAsync() => session.PublishAsync(topology.Results, RecordKind.Lost, RecordKind.Properties(RecordKind.Lost), default, default);

    private Task TellAsync(string key, string kind, byte[] body) =>
        session.PublishAsync(topology.Results, key, RecordKind.Properties(kind), body, CancellationToken.None);
}
