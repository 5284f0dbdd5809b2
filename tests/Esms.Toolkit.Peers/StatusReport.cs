using System.Text.Json.Serialization;

namespace Esms.Toolkit.Peers;

/// <summary>The answer of GetSendStatus.</summary>
public sealed class StatusReport
{
    public string? CodeResponse { get; init; }

    [JsonPropertyName("SMSID")]
    public string? SmsId { get; init; }

    public int? SendFailed { get; init; }

    public int? SendStatus { get; init; }

    public int? SendSuccess { get; init; }

    public decimal? TotalPrice { get; init; }

    public int? TotalReceiver { get; init; }

    public int? TotalSent { get; init; }
}
