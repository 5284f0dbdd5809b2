using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Esms.Dispatching.RabbitMq;

/// <summary>A delivered message. It has a copy of the body, because the client reuses its buffers when the handler returns.</summary>
internal sealed record Delivery(ulong Tag, string Key, bool IsRedelivered, IReadOnlyBasicProperties Properties, ReadOnlyMemory<byte> Body)
{
    /// <summary>When it arrived, by the monotonic clock.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    public static Delivery Of(BasicDeliverEventArgs delivered) =>
        new(
            delivered.DeliveryTag,
            delivered.RoutingKey,
            delivered.Redelivered,
            new BasicProperties(delivered.BasicProperties),
            delivered.Body.ToArray()
        );
}
