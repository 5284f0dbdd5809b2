using System.Text.Json;

namespace Esms.Runtime;

/// <summary>
/// A value of an answer cannot be read. It knows the place only as an offset; <see cref="FieldPath"/> turns that into the name of the field.
/// </summary>
#pragma warning disable CA1032, CA1064 // Made here and by generated code only, always with a place, and never seen by users.
internal sealed class EsmsJsonException(string message, long offset, string? member = null) : JsonException(message)
#pragma warning restore CA1032, CA1064
{
    /// <summary>Where the value begins that cannot be read.</summary>
    public long Offset { get; } = offset;

    /// <summary>For a member that is missing: its name.</summary>
    public string? Member { get; } = member;
}
