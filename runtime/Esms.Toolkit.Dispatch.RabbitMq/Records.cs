using System.Globalization;
using System.Text.Json.Serialization;

namespace Esms.Dispatching.RabbitMq;

/// <summary>What became of a message.</summary>
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

    /// <summary>A hash of what the message was.</summary>
    public string Content { get; init; } = string.Empty;

    /// <summary>Whether eSMS knew the RequestId although no attempt of this message may have been accepted: a message with that id was, from elsewhere.</summary>
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

/// <summary>A batch, when it begins and when it was enqueued whole.</summary>
/// <param name="Campaign">Its campaign.</param>
/// <param name="Batch">Tells it from others of the campaign.</param>
/// <param name="ResultsFrom">The offset of a record that was in the stream of the results before its first row was enqueued.</param>
/// <param name="Rows">How many rows it has; null when it begins.</param>
/// <param name="Digest">The same for the same rows with the same contents, in whatever order: so a batch that was enqueued once more counts once.</param>
internal sealed record CampaignRecord(string Campaign, string Batch, long ResultsFrom, long? Rows, ulong Digest);

/// <summary>A worker sends nothing for a while.</summary>
internal sealed record PauseRecord(string Reason, int? Code, DateTimeOffset Until)
{
    public static PauseRecord Of(EsmsDispatchPause pause) => new(pause.Reason, (int?)pause.Code, pause.Until);

    public EsmsDispatchPause ToPause() => new(Reason, (EsmsResultCode?)Code, Until);
}

/// <summary>How the records are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ResultRecord))]
[JsonSerializable(typeof(CampaignRecord))]
[JsonSerializable(typeof(PauseRecord))]
internal sealed partial class RecordJson : JsonSerializerContext;
