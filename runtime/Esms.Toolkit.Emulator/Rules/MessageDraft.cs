namespace Esms.Emulator;

/// <summary>What a request wants to send, before anybody has said yes.</summary>
internal sealed record MessageDraft
{
    public required string Operation { get; init; }

    public EmulatedChannel Channel { get; init; }

    public int Type { get; init; }

    /// <summary>All different; those that are no phone numbers are left out of a list.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>Those that were left out, or stand twice.</summary>
    public IReadOnlyList<string> InvalidRecipients { get; init; } = [];

    /// <summary>Whether the recipients are phone numbers, and neither Zalo users nor hashes.</summary>
    public bool HasPhones { get; init; } = true;

    public string? Brandname { get; init; }

    public string? OfficialAccountId { get; init; }

    public string? TemplateId { get; init; }

    public string? RecordingId { get; init; }

    public string Content { get; init; } = string.Empty;

    public bool IsUnicode { get; init; }

    public string? RequestId { get; init; }

    public string? CampaignId { get; init; }

    public string? CallbackUrl { get; init; }

    public DateTimeOffset? SendDate { get; init; }

    public int? SendingMode { get; init; }

    public bool IsSandbox { get; init; }

    public string? OneTimeCode { get; init; }

    public TimeSpan CodeIsValidFor { get; init; }

    /// <summary>The SMS that goes out if Zalo fails.</summary>
    public MessageDraft? Fallback { get; init; }

    public string Request { get; init; } = "{}";

    public decimal PriceOf(EmulatorPrices prices) =>
        prices.Of(Channel, Type) * (Channel == EmulatedChannel.Sms ? SmsText.Measure(Content, IsUnicode).Segments : 1);
}
