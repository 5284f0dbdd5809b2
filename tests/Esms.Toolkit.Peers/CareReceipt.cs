using System.Text.Json.Serialization;

namespace Esms.Toolkit.Peers;

/// <summary>The answer of the customer care send.</summary>
public sealed class CareReceipt
{
    public string? CodeResult { get; init; }

    public int? CountRegenerate { get; init; }

    [JsonPropertyName("SMSID")]
    public string? SmsId { get; init; }

    public string? ErrorMessage { get; init; }

    public string? SendStatus { get; init; }
}
