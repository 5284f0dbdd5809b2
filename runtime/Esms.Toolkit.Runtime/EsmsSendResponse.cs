namespace Esms;

/// <summary>What every answer has of a call that does something, such as a send.</summary>
public abstract class EsmsSendResponse : EsmsResponse
{
    /// <summary>
    /// The RequestId that the send went out with, the caller's or the client's own; null for calls that have none. The service does not send it.
    /// </summary>
    public string? SentRequestId { get; internal set; }

    /// <summary>
    /// Whether an earlier try of this very send was accepted, though its answer was lost: the last try was refused as a duplicate (code 124), and
    /// there is one message. Such an answer holds only what the refusal does, so members that an accepted send has, its message id among
    /// them, can be null.
    /// </summary>
    public bool WasAlreadyAccepted => IsRepeatOfAccepted;
}
