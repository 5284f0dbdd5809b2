using System.Text;

namespace Esms.Runtime;

/// <summary>
/// Keeps the sentences that the service says over and over, such as "Authorize Failed", so that not every answer makes its own. One that has digits
/// is not kept: it may hold a phone number or a one-time password.
/// </summary>
internal static class MessageCache
{
    private const int Slots = 64;

    private const int MaxLength = 64;

    private static readonly string?[] Kept = new string?[Slots];

    /// <param name="utf8">The sentence, without escapes.</param>
    /// <returns>The same as text; null when it is none that is kept.</returns>
    public static string? Find(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty || utf8.Length > MaxLength)
            return null;
        ref var slot = ref Kept[(utf8.Length + (utf8[0] * 7) + (utf8[^1] * 31)) % Slots];
        if (slot is { } kept && Ascii.Equals(utf8, kept))
            return kept;
        if (!Ascii.IsValid(utf8) || utf8.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0)
            return null;
        return slot = Encoding.ASCII.GetString(utf8);
    }
}
