namespace Esms;

/// <summary>How texts of a type of message are counted.</summary>
/// <remarks>
/// eSMS publishes no table of its own: what it charges for an SMS follows GSM 03.40, as operators in Vietnam do. Messages by Zalo and Viber are not
/// cut, and cost the same at any length.
/// </remarks>
public readonly record struct EsmsSegmentRules
{
    private const int FirstOfZaloAndViber = 23;

    private EsmsSegmentRules(bool isWhole, int reserved)
    {
        IsWhole = isWhole;
        Reserved = reserved;
    }

    /// <summary>An SMS: 160 letters, or 153 in each of several; as Unicode 70 or 67.</summary>
    public static EsmsSegmentRules Sms => default;

    /// <summary>A message that is never cut: by Zalo, or by Viber.</summary>
    public static EsmsSegmentRules Whole => new(isWhole: true, 0);

    /// <summary>Whether a message of any length is one.</summary>
    public bool IsWhole { get; }

    /// <summary>The letters that somebody on the way adds to each text.</summary>
    public int Reserved { get; }

    /// <summary>The rules of a type of message.</summary>
    /// <param name="messageType">The number of the service: 1 advertising, 2 customer care, 8 fixed number, 23 Viber, 24 to 27 Zalo; that of the enum MessageType.</param>
    public static EsmsSegmentRules Of(int messageType) => messageType >= FirstOfZaloAndViber ? Whole : Sms;

    /// <summary>
    /// The same, for texts that somebody adds to on the way, as operators put a label and the way to unsubscribe round an advertisement. How much
    /// that is depends on the operator, and your contract with eSMS tells it.
    /// </summary>
    /// <param name="letters">How many letters are added.</param>
    public EsmsSegmentRules Reserving(int letters) =>
        letters >= 0 ? new(IsWhole, letters) : throw new ArgumentOutOfRangeException(nameof(letters), letters, "Nobody takes letters away.");
}
