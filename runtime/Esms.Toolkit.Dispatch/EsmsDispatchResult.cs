namespace Esms;

/// <summary>What became of one message.</summary>
public sealed record EsmsDispatchResult
{
    internal EsmsDispatchResult(string campaign, string row, string operation, string requestId, EsmsDispatchOutcome outcome)
    {
        Campaign = campaign;
        Row = row;
        Operation = operation;
        RequestId = requestId;
        Outcome = outcome;
    }

    /// <summary>The campaign.</summary>
    public string Campaign { get; }

    /// <summary>The key of the row.</summary>
    public string Row { get; }

    /// <summary>The operation, as its contract names it.</summary>
    public string Operation { get; }

    /// <summary>The RequestId that the message went out with.</summary>
    public string RequestId { get; }

    /// <summary>What became of it.</summary>
    public EsmsDispatchOutcome Outcome { get; }

    /// <summary>The code of the answer; <see cref="EsmsResultCode.Unspecified"/> when there is none.</summary>
    public EsmsResultCode Code { get; init; } = EsmsResultCode.Unspecified;

    /// <summary>
    /// The message id of eSMS, by which the status can be asked. Null after a refusal, and when an earlier try was accepted and its answer lost.
    /// </summary>
    public string? MessageId { get; init; }

    /// <summary>Whether an earlier try was accepted whose answer was lost. There is one message.</summary>
    public bool WasAlreadyAccepted { get; init; }

    /// <summary>What is wrong, in words; null for an accepted message.</summary>
    public string? Problem { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Tries { get; init; }

    /// <summary>When the outcome was known.</summary>
    public DateTimeOffset FinishedAt { get; init; }

    /// <summary>Row, outcome and code; nothing of the message.</summary>
    public override string ToString() => $"{Row}: {Outcome} ({(int)Code})";
}
