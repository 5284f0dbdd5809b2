using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Esms.Dispatching.RabbitMq;

/// <summary>What the broker delivered. The client takes its buffers back when its handler returns, so this has a copy.</summary>
internal sealed record Delivery(ulong Tag, string Key, bool IsRedelivered, IReadOnlyBasicProperties Properties, ReadOnlyMemory<byte> Body)
{
    /// <summary>When it came, by a clock that only goes on.</summary>
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
