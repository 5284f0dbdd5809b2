using System.Globalization;
using System.Text;
using RabbitMQ.Client;

namespace Esms.Dispatching.RabbitMq;

/// <summary>A message to send, as the broker has it: the request in the body, the rest in properties and headers.</summary>
/// <param name="Send">The message.</param>
/// <param name="Batch">The batch it was enqueued with.</param>
/// <param name="EnqueuedAt">When it was first enqueued.</param>
/// <param name="Deliveries">How often it was delivered before without an acknowledgement.</param>
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

    /// <summary>Creates the properties of a message that was not attempted.</summary>
    /// <param name="send">The message.</param>
    /// <param name="batch">The batch it is enqueued with.</param>
    /// <param name="enqueuedAt">When it is enqueued.</param>
    /// <param name="copySince">Since when a copy of it may have been accepted.</param>
    public static BasicProperties PropertiesOfNew(OutboxMessage send, string batch, DateTimeOffset enqueuedAt, DateTimeOffset? copySince) =>
        PropertiesOf(send, batch, enqueuedAt, triedSince: null, copySince, tries: 0);

    /// <summary>Creates the properties of a message that was attempted.</summary>
    /// <param name="triedSince">Since when an attempt of it may have been accepted.</param>
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

    /// <summary>Creates the properties of a message that is not sent any more.</summary>
    public static BasicProperties PropertiesOfDead(Delivery delivery, string reason)
    {
        var headers = new Dictionary<string, object?>(delivery.Properties.Headers ?? new Dictionary<string, object?>()) { [Reason] = reason };
        return new BasicProperties(delivery.Properties) { DeliveryMode = DeliveryModes.Persistent, Headers = headers };
    }

    /// <summary>The properties of the message in its current state.</summary>
    public BasicProperties Properties => PropertiesOf(Send, Batch, EnqueuedAt, Send.TriedSince, Send.CopySince, Send.Tries);

    /// <summary>
    /// Reads a delivery. At the first delivery, the headers say whether the message was attempted. At a later one, a worker had the message and did
    /// not finish. That worker may have sent it at any time since it was enqueued.
    /// </summary>
    /// <returns>The message; null when it is not a message of the outbox.</returns>
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
