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

    /// <summary>It could not be sent: its operation or its content is nothing that this version knows.</summary>
    Invalid,

    /// <summary>It was cancelled before any attempt of it went out.</summary>
    Canceled,
}
