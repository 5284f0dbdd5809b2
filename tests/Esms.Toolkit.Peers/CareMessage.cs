using System.Text.Json.Serialization;

namespace Esms.Toolkit.Peers;

/// <summary>The body of the customer care send, as a person would write it for System.Text.Json.</summary>
public sealed record CareMessage
{
    public string ApiKey { get; init; } = string.Empty;

    public required string Content { get; init; }

    public required string Phone { get; init; }

    public string SecretKey { get; init; } = string.Empty;

    public required string Brandname { get; init; }

    public string SmsType { get; init; } = "2";

    public string? IsUnicode { get; init; }

    public string? Sandbox { get; init; }

    [JsonPropertyName("campaignid")]
    public string? CampaignId { get; init; }

    public string? RequestId { get; init; }

    public string? CallbackUrl { get; init; }

    public string? SendDate { get; init; }
}
