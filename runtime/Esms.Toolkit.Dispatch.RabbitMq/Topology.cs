using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// The queues of an outbox. Every process declares them, so a broker needs no preparation. The broker keeps what is for people (dead letters and
/// results) for seven days, because eSMS can be asked about a message for that long.
/// </summary>
/// <param name="name">The prefix of all names.</param>
internal sealed class Topology(string name)
{
    private const string DaysKept = "7D";
    private const long ResultBytes = 20_000_000_000;
    private const int SegmentBytes = 100_000_000;

    /// <summary>
    /// The worker decides whether a message is retried, and then publishes a result. The limit of the broker, by default 20 in newer versions, would
    /// remove the message without a result. No value means "unlimited" in all versions.
    /// </summary>
    private const int DeliveryLimit = 1_000_000_000;

    /// <summary>One queue for each delay. In a queue with several delays, a message with a long delay would block those behind it.</summary>
    private static readonly (string Suffix, TimeSpan Delay)[] Delays =
    [
        ("2s", TimeSpan.FromSeconds(2)),
        ("15s", TimeSpan.FromSeconds(15)),
        ("60s", TimeSpan.FromSeconds(60)),
    ];

    /// <summary>Messages to send.</summary>
    public string Work { get; } = $"{name}.work";

    /// <summary>Messages that could not be sent, and messages with an unknown outcome, for a person to look at.</summary>
    public string Dead { get; } = $"{name}.dead";

    /// <summary>
    /// The exchange of the results, to which others can bind their own queues, and the stream of the same name that keeps the results.
    /// </summary>
    public string Results { get; } = $"{name}.results";

    /// <summary>The stream of campaigns and their numbers of rows.</summary>
    public string Campaigns { get; } = $"{name}.campaigns";

    /// <summary>All queues with messages that have no result.</summary>
    public IEnumerable<string> WaitingQueues => Delays.Select(delay => $"{name}.later.{delay.Suffix}").Prepend(Work);

    /// <summary>The queue in which a message waits before its next attempt: the one with the closest delay.</summary>
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

    /// <summary>Whether all queues exist. The server closes the channel when one does not.</summary>
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

    /// <summary>At least once: the broker removes a message from the delay queue only when the work queue has it.</summary>
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
    /// A stream instead of a queue: many can read it, each from its own position, and reading removes nothing. One stream serves all campaigns,
    /// because the broker never removes an unused stream.
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
