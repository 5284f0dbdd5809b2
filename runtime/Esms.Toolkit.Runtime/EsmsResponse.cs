namespace Esms;

/// <summary>What every answer of eSMS has.</summary>
public abstract class EsmsResponse : EsmsObject
{
    /// <summary>The code of the answer.</summary>
    public EsmsResultCode ResultCode { get; init; } = EsmsResultCode.Success;

    /// <summary>The text that came with the code. The service fills it on some successes too, so it never tells whether a call failed.</summary>
    public string? ServiceMessage { get; init; }

    /// <summary>The RequestId that the send went out with, the caller's or the client's own; null for calls that have none. The service does not send it.</summary>
    public string? SentRequestId { get; internal set; }

    /// <summary>
    /// Whether an earlier try of this very send was accepted, though its answer was lost: the last try was refused as a duplicate (code 124), and
    /// there is one message. Such an answer holds only what the refusal does, so members that an accepted send has, its message id among
    /// them, can be null.
    /// </summary>
    public bool WasAlreadyAccepted { get; internal set; }
}
