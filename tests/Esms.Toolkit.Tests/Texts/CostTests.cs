namespace Esms.Tests.Texts;

/// <summary>What messages will cost.</summary>
public sealed class CostTests
{
    private const int CustomerCare = (int)MessageType.CustomerCare;

    [Fact]
    public void The_closest_price_holds()
    {
        var prices = new EsmsPriceTable().Set(1m).Set(2m, EsmsCarrier.Viettel).Set(3m, CustomerCare).Set(4m, CustomerCare, EsmsCarrier.Viettel);

        Assert.Equal(4m, PriceOf(prices, CustomerCare, EsmsCarrier.Viettel));
        Assert.Equal(3m, PriceOf(prices, CustomerCare, EsmsCarrier.MobiFone));
        Assert.Equal(2m, PriceOf(prices, (int)MessageType.Advertising, EsmsCarrier.Viettel));
        Assert.Equal(1m, PriceOf(prices, (int)MessageType.Advertising, EsmsCarrier.Unknown));
        Assert.False(new EsmsPriceTable().Set(4m, CustomerCare, EsmsCarrier.Viettel).TryGetPrice(CustomerCare, EsmsCarrier.Itel, out _));
        Assert.Equal(0m, PriceOf(new EsmsPriceTable().Set(0m), CustomerCare, EsmsCarrier.Viettel));
        var refused = Assert.Throws<ArgumentOutOfRangeException>(static () => new EsmsPriceTable().Set(-1m));
        Assert.StartsWith("A price is not below zero.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_is_added_up_and_what_has_no_price_is_told()
    {
        var estimate = new EsmsCostEstimate(new EsmsPriceTable().Set(850m, CustomerCare, EsmsCarrier.Viettel).Set(470m, (int)MessageType.Viber));

        Assert.Equal(850m, estimate.Add(EsmsMessageText.Measure("Cam on"), CustomerCare, EsmsCarrier.Viettel));
        Assert.Equal(2550m, estimate.Add(EsmsMessageText.Measure(new string('ê', 201)), CustomerCare, EsmsCarrier.Viettel));
        Assert.Null(estimate.Add(EsmsMessageText.Measure("Cam on"), CustomerCare, EsmsCarrier.Gmobile));
        Assert.Null(estimate.Add(EsmsMessageText.Measure("Cam on"), CustomerCare, EsmsCarrier.Itel));
        Assert.Equal(
            470m,
            estimate.Add(
                EsmsMessageText.Measure(new string('ê', 201), EsmsSegmentRules.Of((int)MessageType.Viber)),
                (int)MessageType.Viber,
                EsmsCarrier.Unknown
            )
        );

        Assert.Equal((5L, 2L, 7L, 3870m, 2L), (estimate.Messages, estimate.UnicodeMessages, estimate.Segments, estimate.Cost, estimate.WithoutPrice));
    }

    [Fact]
    public void A_carrier_is_the_operator_of_the_service() =>
        Assert.All(
            Enum.GetValues<Telco>(),
            static telco =>
                Assert.Equal(
                    telco == Telco.Reddi ? nameof(EsmsCarrier.Wintel) : telco.ToString(),
                    ((EsmsCarrier)(int)telco).ToString(),
                    ignoreCase: true
                )
        );

    private static decimal PriceOf(EsmsPriceTable prices, int type, EsmsCarrier carrier) =>
        prices.TryGetPrice(type, carrier, out var price) ? price : -1m;
}
