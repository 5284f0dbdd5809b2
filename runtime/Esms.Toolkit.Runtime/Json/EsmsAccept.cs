using System.ComponentModel;

namespace Esms.Runtime;

/// <summary>Forms of a value that its contract accepts beside the type's own.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum EsmsAccept
{
    /// <summary>The type's own form only.</summary>
    None = 0,

    /// <summary>The value in quotes.</summary>
    Text = 1,

    /// <summary>A number.</summary>
    Number = 2,

    /// <summary>True or false.</summary>
    Boolean = 4,

    /// <summary>The text "null", for nothing.</summary>
    NullText = 8,
}
