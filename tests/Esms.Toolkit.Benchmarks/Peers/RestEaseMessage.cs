using Newtonsoft.Json;

namespace Esms.Toolkit.Benchmarks.Peers;

/// <summary>The body of the customer care send for Newtonsoft.Json, which RestEase writes with.</summary>
public sealed record RestEaseMessage
{
    public required string ApiKey { get; init; }

    public required string Content { get; init; }

    public required string Phone { get; init; }

    public required string SecretKey { get; init; }

    public required string Brandname { get; init; }

    public string SmsType { get; init; } = "2";

    public string? IsUnicode { get; init; }

    public string? Sandbox { get; init; }

    [JsonProperty("campaignid")]
    public string? CampaignId { get; init; }

    public string? RequestId { get; init; }

    [JsonProperty("CallbackUrl")]
    public string? Callback { get; init; }
}
