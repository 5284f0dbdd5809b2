namespace Esms.Emulator;

/// <summary>
/// What one message costs, in đồng; an SMS costs that for each of its parts. The defaults are prices that samples show, where there are any.
/// </summary>
public sealed class EmulatorPrices
{
    /// <summary>An advertising SMS.</summary>
    public decimal Advertising { get; set; } = 565m;

    /// <summary>A customer care SMS.</summary>
    public decimal CustomerCare { get; set; } = 850m;

    /// <summary>An SMS from a fixed number.</summary>
    public decimal FixedNumber { get; set; } = 345m;

    /// <summary>A Viber message.</summary>
    public decimal Viber { get; set; } = 470m;

    /// <summary>A Zalo template message with priority.</summary>
    public decimal ZaloPriority { get; set; } = 330m;

    /// <summary>A Zalo template message.</summary>
    public decimal ZaloNormal { get; set; } = 660m;

    /// <summary>A Zalo message to a follower.</summary>
    public decimal ZaloFollower { get; set; } = 60m;

    /// <summary>A Zalo message of a journey.</summary>
    public decimal ZaloJourney { get; set; } = 220m;

    /// <summary>A voice call.</summary>
    public decimal Voice { get; set; } = 500m;

    internal decimal Of(EmulatedChannel channel, int type) =>
        (channel, type) switch
        {
            (EmulatedChannel.Voice, _) => Voice,
            (_, MessageTypes.Advertising) => Advertising,
            (_, MessageTypes.CustomerCare) => CustomerCare,
            (_, MessageTypes.FixedNumber) => FixedNumber,
            (_, MessageTypes.Viber) => Viber,
            (_, MessageTypes.ZaloPriority) => ZaloPriority,
            (_, MessageTypes.ZaloFollower) => ZaloFollower,
            (_, MessageTypes.ZaloJourney) => ZaloJourney,
            (EmulatedChannel.Zalo, _) => ZaloNormal,
            _ => CustomerCare,
        };
}
