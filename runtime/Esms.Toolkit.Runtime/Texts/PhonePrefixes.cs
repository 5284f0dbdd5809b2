namespace Esms;

/// <summary>The mobile prefixes of Vietnam, without the zero in front.</summary>
internal static class PhonePrefixes
{
    /// <summary>The network that a number was given out by.</summary>
    /// <param name="number">The nine digits behind the zero.</param>
    public static EsmsCarrier CarrierOf(int number) =>
        (number / 1_000_000) switch
        {
            // Guests in the network of MobiFone have a part of its prefixes.
            775 => EsmsCarrier.Fpt,
            777 => EsmsCarrier.VnSky,
            899 => EsmsCarrier.Local,
            var first => OwnerOf(first / 10),
        };

    /// <summary>What an eleven-digit number of before September 2018 starts with today.</summary>
    /// <param name="old">The three digits behind the zero.</param>
    /// <returns>0 when there were no such numbers.</returns>
    public static int NewOf(int old) =>
        old switch
        {
            120 => 70,
            121 => 79,
            122 => 77,
            126 => 76,
            128 => 78,
            123 => 83,
            124 => 84,
            125 => 85,
            127 => 81,
            129 => 82,
            >= 162 and <= 169 => old - 130,
            186 => 56,
            188 => 58,
            199 => 59,
            _ => 0,
        };

    private static EsmsCarrier OwnerOf(int prefix) =>
        prefix switch
        {
            (>= 32 and <= 39) or 86 or 96 or 97 or 98 => EsmsCarrier.Viettel,
            70 or (>= 76 and <= 79) or 89 or 90 or 93 => EsmsCarrier.MobiFone,
            (>= 81 and <= 85) or 88 or 91 or 94 => EsmsCarrier.VinaPhone,
            52 or 56 or 58 or 92 => EsmsCarrier.Vietnamobile,
            59 or 99 => EsmsCarrier.Gmobile,
            87 => EsmsCarrier.Itel,
            55 => EsmsCarrier.Wintel,
            _ => EsmsCarrier.Unknown,
        };
}
