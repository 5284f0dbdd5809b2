namespace Esms.Toolkit.Reader.Model;

/// <summary>What happens when the same call is sent twice.</summary>
/// <param name="Key">The C# name of the field that makes a repeat harmless.</param>
internal sealed record Repeat(RepeatRule Rule, string? Key = null);

internal enum RepeatRule
{
    /// <summary>Nothing: the call only reads.</summary>
    Safe,

    /// <summary>The service refuses a repeat with the same key.</summary>
    Keyed,

    /// <summary>The service may send, and bill, a second time.</summary>
    Never,
}
