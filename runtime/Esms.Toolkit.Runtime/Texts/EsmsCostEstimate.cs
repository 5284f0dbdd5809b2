namespace Esms;

/// <summary>
/// What messages will cost, as far as it can be told before they are sent: numbers that moved to another network may cost that one's price.
/// </summary>
/// <param name="prices">What a segment costs.</param>
public sealed class EsmsCostEstimate(EsmsPriceTable prices)
{
    private readonly EsmsPriceTable _prices = prices ?? throw new ArgumentNullException(nameof(prices));

    /// <summary>How many messages there are.</summary>
    public long Messages { get; private set; }

    /// <summary>How many of them go out as Unicode.</summary>
    public long UnicodeMessages { get; private set; }

    /// <summary>How many SMS they are.</summary>
    public long Segments { get; private set; }

    /// <summary>What those cost that have a price, in đồng.</summary>
    public decimal Cost { get; private set; }

    /// <summary>How many messages have no price. While there is one, the cost is more than is told.</summary>
    public long WithoutPrice { get; private set; }

    /// <summary>Adds a message.</summary>
    /// <param name="measure">What its text is.</param>
    /// <param name="messageType">The number of its type, that of the enum MessageType.</param>
    /// <param name="carrier">The network of the recipient.</param>
    /// <returns>What it costs; null when there is no price.</returns>
    public decimal? Add(EsmsTextMeasure measure, int messageType, EsmsCarrier carrier)
    {
        Messages++;
        Segments += measure.Segments;
        if (measure.Encoding == EsmsTextEncoding.Unicode)
            UnicodeMessages++;
        if (!_prices.TryGetPrice(messageType, carrier, out var price))
        {
            WithoutPrice++;
            return null;
        }
        Cost += price * measure.Segments;
        return price * measure.Segments;
    }
}
