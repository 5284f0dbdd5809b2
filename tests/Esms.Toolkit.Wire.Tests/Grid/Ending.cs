namespace Esms.Wire.Tests.Grid;

/// <summary>What a caller is told.</summary>
internal enum Ending
{
    Accepted,
    Refused,
    Unknown,

    /// <summary>A failure that promises that nothing was sent.</summary>
    NotSent,

    /// <summary>Cancelled, and the send may be out.</summary>
    CanceledOut,

    /// <summary>Cancelled, with the promise that nothing was sent.</summary>
    CanceledUnsent,

    /// <summary>An answer that cannot be read, to a call that only asks.</summary>
    Unreadable,

    /// <summary>What no page describes.</summary>
    Undocumented,
}
