using RabbitMQ.Client;

namespace Esms.Dispatching.RabbitMq;

/// <summary>Places in a stream.</summary>
internal static class RecordOffset
{
    private const string Header = "x-stream-offset";

    public static long? Of(IReadOnlyBasicProperties properties) => properties.Headers?[Header] as long?;

    /// <summary>Begins to read a stream.</summary>
    /// <param name="channel">Where to.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="from">An offset, or a word for one.</param>
    /// <param name="ahead">So many records the broker sends without an acknowledgement.</param>
    /// <param name="consumer">Takes them.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The name of the consumer.</returns>
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
