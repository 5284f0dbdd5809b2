namespace Esms;

/// <summary>What became of a message.</summary>
public enum EsmsDispatchOutcome
{
    /// <summary>eSMS accepted it, once.</summary>
    Accepted,

    /// <summary>eSMS refused it; no try of it was accepted.</summary>
    Refused,

    /// <summary>A try went out, its answer was lost, and eSMS does not remember it any more. It is not sent again: look it up.</summary>
    Unknown,

    /// <summary>
    /// It could not be sent: this version does not know its operation or cannot read its content, every attempt failed in a way that will not pass, or
    /// its row was sent with another content.
    /// </summary>
    Invalid,

    /// <summary>It was cancelled before any attempt of it went out.</summary>
    Canceled,
}
