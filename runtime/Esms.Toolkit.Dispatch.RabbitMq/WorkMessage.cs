using System.Globalization;
using System.Text;
using RabbitMQ.Client;

namespace Esms.Dispatching.RabbitMq;

/// <summary>A message to send as the broker has it: its request in the body, all else in properties and headers.</summary>
/// <param name="Send">The message.</param>
/// <param name="Batch">The batch that it was enqueued with.</param>
/// <param name="EnqueuedAt">When it came to the broker first.</param>
/// <param name="Deliveries">How often it was delivered before, and not acknowledged.</param>
internal sealed record WorkMessage(OutboxMessage Send, string Batch, DateTimeOffset EnqueuedAt, long Deliveries)
{
    private const string Campaign = "campaign";
    private const string Row = "row";
    private const string BatchHeader = "batch";
    private const string Cost = "cost";
    private const string EnqueuedAtHeader = "enqueued-at";
    private const string TriedSince = "tried-since";
    private const string CopySince = "copy-since";
    private const string Tries = "tries";
    private const string DeliveryCount = "x-delivery-count";
    private const string Reason = "reason";

    /// <summary>Those of a message that was not tried yet.</summary>
    /// <param name="send">The message.</param>
    /// <param name="batch">The batch that it is enqueued with.</param>
    /// <param name="enqueuedAt">When it comes to the broker.</param>
    /// <param name="copySince">Since when a copy of it may have been accepted.</param>
    public static BasicProperties PropertiesOfNew(OutboxMessage send, string batch, DateTimeOffset enqueuedAt, DateTimeOffset? copySince) =>
        PropertiesOf(send, batch, enqueuedAt, triedSince: null, copySince, tries: 0);

    /// <summary>Those of a message that was tried.</summary>
    /// <param name="triedSince">Since when a try of it may have been accepted.</param>
    public BasicProperties PropertiesOfNext(DateTimeOffset? triedSince) =>
        PropertiesOf(Send, Batch, EnqueuedAt, triedSince, Send.CopySince, Send.Tries + 1);

    private static BasicProperties PropertiesOf(
        OutboxMessage send,
        string batch,
        DateTimeOffset enqueuedAt,
        DateTimeOffset? triedSince,
        DateTimeOffset? copySince,
        int tries
    )
    {
        var headers = new Dictionary<string, object?>
        {
            [Campaign] = send.Campaign,
            [Row] = send.Row,
            [BatchHeader] = batch,
            [Cost] = send.Cost?.ToString(CultureInfo.InvariantCulture) ?? string.Empty,
            [EnqueuedAtHeader] = enqueuedAt.ToUnixTimeMilliseconds(),
            [Tries] = tries,
        };
        if (triedSince is { } tried)
            headers[TriedSince] = tried.ToUnixTimeMilliseconds();
        if (copySince is { } copied)
            headers[CopySince] = copied.ToUnixTimeMilliseconds();
        return new BasicProperties
        {
            DeliveryMode = DeliveryModes.Persistent,
            ContentType = "application/json",
            MessageId = send.RequestId,
            Type = send.Operation,
            Headers = headers,
        };
    }

    /// <summary>Those of a message that nobody sends any more.</summary>
    public static BasicProperties PropertiesOfDead(Delivery delivery, string reason)
    {
        var headers = new Dictionary<string, object?>(delivery.Properties.Headers ?? new Dictionary<string, object?>()) { [Reason] = reason };
        return new BasicProperties(delivery.Properties) { DeliveryMode = DeliveryModes.Persistent, Headers = headers };
    }

    /// <summary>As the message is now, with nothing added.</summary>
    public BasicProperties Properties => PropertiesOf(Send, Batch, EnqueuedAt, Send.TriedSince, Send.CopySince, Send.Tries);

    /// <summary>
    /// Reads what was delivered. On its first way out of the queue a message was tried when it says so, and not otherwise. On a further one somebody
    /// had it who did not come to an end, and may have sent it at any time since it was enqueued, or not: so it needs a place in the hour as if it
    /// had never been tried.
    /// </summary>
    /// <returns>The message; null when it is none of ours.</returns>
    public static WorkMessage? Read(Delivery delivery)
    {
        var (properties, headers) = (delivery.Properties, delivery.Properties.Headers);
        if (
            headers is null
            || TextOf(headers, Campaign) is not { } campaign
            || TextOf(headers, Row) is not { } row
            || TimeOf(headers, EnqueuedAtHeader) is not { } enqueuedAt
            || properties.MessageId is not { Length: > 0 } requestId
            || properties.Type is not { Length: > 0 } operation
        )
            return null;
        var send = new OutboxMessage
        {
            Campaign = campaign,
            Row = row,
            Operation = operation,
            RequestId = requestId,
            Request = delivery.Body,
            Cost = decimal.TryParse(TextOf(headers, Cost), NumberStyles.Number, CultureInfo.InvariantCulture, out var cost) ? cost : null,
            TriedSince = TimeOf(headers, TriedSince),
            CopySince = delivery.IsRedelivered ? Earlier(TimeOf(headers, CopySince), enqueuedAt) : TimeOf(headers, CopySince),
            Tries = (int)(NumberOf(headers, Tries) ?? 0),
        };
        return new WorkMessage(send, TextOf(headers, BatchHeader) ?? string.Empty, enqueuedAt, NumberOf(headers, DeliveryCount) ?? 0);
    }

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) => one < other ? one.Value : other;

    private static string? TextOf(IDictionary<string, object?> headers, string name) =>
        headers.TryGetValue(name, out var value) && value is byte[] text ? Encoding.UTF8.GetString(text) : null;

    private static long? NumberOf(IDictionary<string, object?> headers, string name) =>
        headers.TryGetValue(name, out var value)
            ? value switch
            {
                long number => number,
                int number => number,
                _ => null,
            }
            : null;

    private static DateTimeOffset? TimeOf(IDictionary<string, object?> headers, string name) =>
        NumberOf(headers, name) is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null;
}
