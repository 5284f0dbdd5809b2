namespace Esms.Emulator;

/// <summary>The numbers of the message types, as contracts/shared/MessageType.esms.json names them.</summary>
internal static class MessageTypes
{
    public const int Advertising = 1;
    public const int CustomerCare = 2;
    public const int FixedNumber = 8;
    public const int Viber = 23;
    public const int ZaloPriority = 24;
    public const int ZaloNormal = 25;
    public const int ZaloFollower = 26;
    public const int ZaloJourney = 27;
}
