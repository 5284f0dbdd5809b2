using RabbitMQ.Client;

namespace Esms.Dispatching.RabbitMq;

/// <summary>Offsets in a stream.</summary>
internal static class RecordOffset
{
    private const string Header = "x-stream-offset";

    public static long? Of(IReadOnlyBasicProperties properties) => properties.Headers?[Header] as long?;

    /// <summary>Starts to read a stream.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="from">An offset, or a keyword for one.</param>
    /// <param name="ahead">How many records the broker sends without an acknowledgement.</param>
    /// <param name="consumer">Receives the records.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tag of the consumer.</returns>
    public static async Task<string> ConsumeAsync(
        IChannel channel,
        string stream,
        object from,
        ushort ahead,
        IAsyncBasicConsumer consumer,
        CancellationToken cancellationToken
    )
    {
        await channel.BasicQosAsync(0, ahead, global: false, cancellationToken).ConfigureAwait(false);
        var arguments = new Dictionary<string, object?> { [Header] = from };
        return await channel
            .BasicConsumeAsync(stream, autoAck: false, string.Empty, noLocal: false, exclusive: false, arguments, consumer, cancellationToken)
            .ConfigureAwait(false);
    }
}
