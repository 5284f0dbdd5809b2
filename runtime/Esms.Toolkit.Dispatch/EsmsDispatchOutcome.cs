namespace Esms;

/// <summary>The outcome of a message.</summary>
public enum EsmsDispatchOutcome
{
    /// <summary>eSMS accepted the message, once.</summary>
    Accepted,

    /// <summary>eSMS refused the message; no attempt was accepted.</summary>
    Refused,

    /// <summary>
    /// The response to an attempt was lost, and eSMS no longer remembers the RequestId. The message is not sent again. Look it up at eSMS.
    /// </summary>
    Unknown,

    /// <summary>
    /// The message could not be sent. This version does not know its operation or cannot read its content, every attempt failed with a permanent
    /// error, or its row was sent with other content.
    /// </summary>
    Invalid,

    /// <summary>The message was cancelled before its first attempt.</summary>
    Canceled,
}
