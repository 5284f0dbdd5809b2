namespace Esms;

/// <summary>
/// What an SMS costs, in đồng, as your contract with eSMS says: there is no price list that holds for all. The price of one SMS is that of a message
/// by Zalo or Viber.
/// </summary>
public sealed class EsmsPriceTable
{
    private const int Any = -1;

    private readonly Dictionary<long, decimal> _prices = [];

    /// <summary>The price of one segment for all that no closer price was set for.</summary>
    /// <param name="price">The price, in đồng.</param>
    /// <returns>This table.</returns>
    public EsmsPriceTable Set(decimal price) => Set(price, Any, Any);

    /// <summary>The price of one segment to a network.</summary>
    /// <param name="price">The price, in đồng.</param>
    /// <param name="carrier">The network.</param>
    /// <returns>This table.</returns>
    public EsmsPriceTable Set(decimal price, EsmsCarrier carrier) => Set(price, Any, (int)carrier);

    /// <summary>The price of one segment of a type of message.</summary>
    /// <param name="price">The price, in đồng.</param>
    /// <param name="messageType">The number of the type, that of the enum MessageType.</param>
    /// <param name="carrier">The network; null for all that no price was set for.</param>
    /// <returns>This table.</returns>
    public EsmsPriceTable Set(decimal price, int messageType, EsmsCarrier? carrier = null) => Set(price, messageType, (int?)carrier ?? Any);

    /// <summary>The price of one segment: that of the type and the network, else of the type, else of the network, else of all.</summary>
    /// <param name="messageType">The number of the type, that of the enum MessageType.</param>
    /// <param name="carrier">The network.</param>
    /// <param name="price">The price, in đồng.</param>
    /// <returns>Whether there is a price.</returns>
    public bool TryGetPrice(int messageType, EsmsCarrier carrier, out decimal price) =>
        _prices.TryGetValue(Key(messageType, (int)carrier), out price)
        || _prices.TryGetValue(Key(messageType, Any), out price)
        || _prices.TryGetValue(Key(Any, (int)carrier), out price)
        || _prices.TryGetValue(Key(Any, Any), out price);

    private EsmsPriceTable Set(decimal price, int messageType, int carrier)
    {
        if (price < 0)
            throw new ArgumentOutOfRangeException(nameof(price), price, "A price is not below zero.");
        _prices[Key(messageType, carrier)] = price;
        return this;
    }

    private static long Key(int messageType, int carrier) => ((long)messageType << 32) | (uint)carrier;
}
