using System.Text.Json;
using System.Text.Json.Serialization;

namespace Esms.Tests.Json;

/// <summary>The answer of GetSendStatus as one would write it by hand for System.Text.Json's own generator.</summary>
internal sealed class HandWritten
{
    [JsonPropertyName("CodeResponse")]
    public string? CodeResponse { get; set; }

    [JsonPropertyName("SMSID")]
    public string? SmsId { get; set; }

    [JsonPropertyName("SendFailed")]
    public int? SendFailed { get; set; }

    [JsonPropertyName("SendStatus")]
    public SendStatus? SendStatus { get; set; }

    [JsonPropertyName("SendSuccess")]
    public int? SendSuccess { get; set; }

    [JsonPropertyName("TotalPrice")]
    public decimal? TotalPrice { get; set; }

    [JsonPropertyName("TotalReceiver")]
    public int? TotalReceivers { get; set; }

    [JsonPropertyName("TotalSent")]
    public int? TotalSent { get; set; }

    [JsonPropertyName("PhoneFailList")]
    public string? FailedPhones { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString
)]
[JsonSerializable(typeof(HandWritten))]
internal sealed partial class HandWrittenContext : JsonSerializerContext;
