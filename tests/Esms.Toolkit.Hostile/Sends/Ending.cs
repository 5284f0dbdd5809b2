namespace Esms.Toolkit.Hostile.Sends;

/// <summary>How a send ended for its caller.</summary>
internal enum Ending
{
    Accepted,
    AlreadyAccepted,
    Refused,

    /// <summary>A failure that says that nothing was sent.</summary>
    NotSent,

    /// <summary>Still unknown after it was asked about many times.</summary>
    NeverSettled,

    /// <summary>Something that tells nothing.</summary>
    Undefined,
}
