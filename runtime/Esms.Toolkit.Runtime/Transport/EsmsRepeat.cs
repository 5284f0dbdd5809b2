using System.ComponentModel;

namespace Esms.Runtime;

/// <summary>What a second try at a call does. Every contract says it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum EsmsRepeat
{
    /// <summary>It may send, and bill, twice: the call is tried once.</summary>
    Never,

    /// <summary>Nothing: the call only reads.</summary>
    Safe,

    /// <summary>The service refuses it for 24 hours, because it carries the same key.</summary>
    Keyed,
}
