namespace Esms.Receiving;

/// <summary>How far a look-up is behind the callback.</summary>
internal enum Lag
{
    /// <summary>It has caught up, whether it says the same or something else.</summary>
    None,

    /// <summary>It has the end, and the outcome of fewer recipients than the callback.</summary>
    Counts,

    /// <summary>It has an earlier status.</summary>
    Status,
}
