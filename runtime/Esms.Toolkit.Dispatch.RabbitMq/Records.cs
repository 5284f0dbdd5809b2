using System.Globalization;
using System.Text.Json.Serialization;

namespace Esms.Dispatching.RabbitMq;

/// <summary>The result of a message.</summary>
internal sealed record ResultRecord
{
    public required string Campaign { get; init; }

    public required string Row { get; init; }

    public required string Operation { get; init; }

    public required string RequestId { get; init; }

    public required EsmsDispatchOutcome Outcome { get; init; }

    public int Code { get; init; }

    public string? MessageId { get; init; }

    public bool WasAlreadyAccepted { get; init; }

    public string? Problem { get; init; }

    public int Tries { get; init; }

    public DateTimeOffset FinishedAt { get; init; }

    public decimal Cost { get; init; }

    /// <summary>The batch of the message.</summary>
    public string Batch { get; init; } = string.Empty;

    /// <summary>A hash of the content of the message.</summary>
    public string Content { get; init; } = string.Empty;

    /// <summary>
    /// Whether eSMS knew the RequestId although no attempt of this message may have been accepted. Another message with that id was accepted.
    /// </summary>
    public bool WasSentByAnother { get; init; }

    public static ResultRecord Of(EsmsDispatchResult result, WorkMessage message) =>
        new()
        {
            Batch = message.Batch,
            Content = RowHash.OfContent(message.Send).ToString("x32", CultureInfo.InvariantCulture)[..16],
            WasSentByAnother = result.WasAlreadyAccepted && message.Send.TriedSince is null,
            Campaign = result.Campaign,
            Row = result.Row,
            Operation = result.Operation,
            RequestId = result.RequestId,
            Outcome = result.Outcome,
            Code = (int)result.Code,
            MessageId = result.MessageId,
            WasAlreadyAccepted = result.WasAlreadyAccepted,
            Problem = result.Problem,
            Tries = result.Tries,
            FinishedAt = result.FinishedAt,
            Cost = message.Send.Cost ?? 0,
        };

    public EsmsDispatchResult ToResult() =>
        new(Campaign, Row, Operation, RequestId, Outcome)
        {
            Code = (EsmsResultCode)Code,
            MessageId = MessageId,
            WasAlreadyAccepted = WasAlreadyAccepted,
            Problem = Problem,
            Tries = Tries,
            FinishedAt = FinishedAt,
        };
}

/// <summary>A batch, when it starts and when it is completely enqueued.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Batch">The id of the batch.</param>
/// <param name="ResultsFrom">The offset of a record that was in the results stream before the first row was enqueued.</param>
/// <param name="Rows">The number of rows; null when the batch starts.</param>
/// <param name="Digest">A digest of rows and contents that does not depend on their order. A batch that was enqueued again counts once.</param>
internal sealed record CampaignRecord(string Campaign, string Batch, long ResultsFrom, long? Rows, ulong Digest);

/// <summary>A worker sends nothing for a while.</summary>
internal sealed record PauseRecord(string Reason, int? Code, DateTimeOffset Until)
{
    public static PauseRecord Of(EsmsDispatchPause pause) => new(pause.Reason, (int?)pause.Code, pause.Until);

    public EsmsDispatchPause ToPause() => new(Reason, (EsmsResultCode?)Code, Until);
}

/// <summary>JSON metadata for the records.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ResultRecord))]
[JsonSerializable(typeof(CampaignRecord))]
[JsonSerializable(typeof(PauseRecord))]
internal sealed partial class RecordJson : JsonSerializerContext;
