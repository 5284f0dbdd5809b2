using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// The queues of an outbox. Whoever uses it declares them, so nobody has to prepare a broker. What the broker keeps for people and not for us (dead
/// letters, results) it keeps for seven days, which is as long as eSMS can be asked about a message.
/// </summary>
/// <param name="name">What the names of all of them begin with.</param>
internal sealed class Topology(string name)
{
    private const string DaysKept = "7D";
    private const long ResultBytes = 20_000_000_000;
    private const int SegmentBytes = 100_000_000;

    /// <summary>
    /// Whether a message is tried again is our decision, after which it has a result; the limit of the broker, 20 by default in newer ones, would
    /// take it away without one. There is no "unlimited" that all versions understand.
    /// </summary>
    private const int DeliveryLimit = 1_000_000_000;

    /// <summary>One queue for each delay: in a queue with several, a message that is to wait for long holds up those behind it.</summary>
    private static readonly (string Suffix, TimeSpan Delay)[] Delays =
    [
        ("2s", TimeSpan.FromSeconds(2)),
        ("15s", TimeSpan.FromSeconds(15)),
        ("60s", TimeSpan.FromSeconds(60)),
    ];

    /// <summary>Messages to send.</summary>
    public string Work { get; } = $"{name}.work";

    /// <summary>Messages that ended in nothing that could be sent, or in an outcome that nobody knows, for somebody to look at.</summary>
    public string Dead { get; } = $"{name}.dead";

    /// <summary>The exchange of the results, to which others can bind queues of their own, and the stream of the same name that keeps them.</summary>
    public string Results { get; } = $"{name}.results";

    /// <summary>The stream that says which campaigns there are, and how many rows they have.</summary>
    public string Campaigns { get; } = $"{name}.campaigns";

    /// <summary>All queues that messages without a result are in.</summary>
    public IEnumerable<string> WaitingQueues => Delays.Select(delay => $"{name}.later.{delay.Suffix}").Prepend(Work);

    /// <summary>The queue that a message waits in before its next try: that of the delay which is nearest.</summary>
    public string Later(TimeSpan delay) => $"{name}.later.{Delays.MinBy(candidate => Math.Abs((candidate.Delay - delay).Ticks)).Suffix}";

    public async Task DeclareAsync(IChannel channel, CancellationToken cancellationToken)
    {
        await channel.ExchangeDeclareAsync(Results, ExchangeType.Topic, durable: true, cancellationToken: cancellationToken).ConfigureAwait(false);
        var work = new Dictionary<string, object?> { ["x-queue-type"] = "quorum", ["x-delivery-limit"] = DeliveryLimit };
        await DeclareAsync(channel, Work, work, cancellationToken).ConfigureAwait(false);
        var dead = new Dictionary<string, object?> { ["x-queue-type"] = "quorum", ["x-message-ttl"] = (long)TimeSpan.FromDays(7).TotalMilliseconds };
        await DeclareAsync(channel, Dead, dead, cancellationToken).ConfigureAwait(false);
        foreach (var (suffix, delay) in Delays)
            await DeclareAsync(channel, $"{name}.later.{suffix}", WaitingFor(delay), cancellationToken).ConfigureAwait(false);
        await DeclareStreamAsync(channel, Results, [$"{RecordKind.Result}.#", RecordKind.Pause, RecordKind.Lost, RecordKind.Mark], cancellationToken)
            .ConfigureAwait(false);
        await DeclareStreamAsync(channel, Campaigns, [$"{RecordKind.Campaign}.#"], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether all queues are there. When one is not, the server closes the channel.</summary>
    public async Task<bool> ExistsAsync(IChannel channel, CancellationToken cancellationToken)
    {
        try
        {
            await channel.ExchangeDeclarePassiveAsync(Results, cancellationToken).ConfigureAwait(false);
            foreach (var queue in (string[])[.. WaitingQueues, Dead, Results, Campaigns])
                await channel.QueueDeclarePassiveAsync(queue, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (OperationInterruptedException)
        {
            return false;
        }
    }

    /// <summary>At least once: the broker lets go of a message that has waited when the work queue has it, and not before.</summary>
    private Dictionary<string, object?> WaitingFor(TimeSpan delay) =>
        new()
        {
            ["x-queue-type"] = "quorum",
            ["x-message-ttl"] = (long)delay.TotalMilliseconds,
            ["x-dead-letter-exchange"] = string.Empty,
            ["x-dead-letter-routing-key"] = Work,
            ["x-dead-letter-strategy"] = "at-least-once",
            ["x-overflow"] = "reject-publish",
        };

    /// <summary>
    /// A stream and no queue: many can read it, each from where it wants, and reading takes nothing away. There is one for all campaigns, because the
    /// broker never takes back a stream that nobody uses any more.
    /// </summary>
    private async Task DeclareStreamAsync(IChannel channel, string stream, string[] keys, CancellationToken cancellationToken)
    {
        var arguments = new Dictionary<string, object?>
        {
            ["x-queue-type"] = "stream",
            ["x-max-age"] = DaysKept,
            ["x-max-length-bytes"] = ResultBytes,
            ["x-stream-max-segment-size-bytes"] = SegmentBytes,
        };
        await DeclareAsync(channel, stream, arguments, cancellationToken).ConfigureAwait(false);
        foreach (var key in keys)
            await channel.QueueBindAsync(stream, Results, key, cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    private static Task<QueueDeclareOk> DeclareAsync(
        IChannel channel,
        string queue,
        Dictionary<string, object?> arguments,
        CancellationToken cancellationToken
    ) => channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: cancellationToken);
}
