namespace Esms;

/// <summary>The result of a message.</summary>
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

    /// <summary>Gets the name of the campaign.</summary>
    public string Campaign { get; }

    /// <summary>Gets the key of the row.</summary>
    public string Row { get; }

    /// <summary>Gets the name of the operation, as in its contract.</summary>
    public string Operation { get; }

    /// <summary>Gets the RequestId of the message.</summary>
    public string RequestId { get; }

    /// <summary>Gets the outcome.</summary>
    public EsmsDispatchOutcome Outcome { get; }

    /// <summary>Gets the code of the response; <see cref="EsmsResultCode.Unspecified"/> when there is none.</summary>
    public EsmsResultCode Code { get; init; } = EsmsResultCode.Unspecified;

    /// <summary>
    /// Gets the message id of eSMS, for looking up the status. It is null after a refusal, and when an earlier attempt was accepted whose response
    /// was lost.
    /// </summary>
    public string? MessageId { get; init; }

    /// <summary>Gets whether an earlier attempt was accepted whose response was lost. There is one message.</summary>
    public bool WasAlreadyAccepted { get; init; }

    /// <summary>Gets a description of the problem; null for an accepted message.</summary>
    public string? Problem { get; init; }

    /// <summary>Gets the number of attempts.</summary>
    public int Tries { get; init; }

    /// <summary>Gets the time when the outcome was known.</summary>
    public DateTimeOffset FinishedAt { get; init; }

    /// <summary>Returns row, outcome and code, and nothing of the message.</summary>
    public override string ToString() => $"{Row}: {Outcome} ({(int)Code})";
}
