using Esms.Toolkit.Fuzz.Mutation;

namespace Esms.Toolkit.Fuzz.Answers.Mutation;

/// <summary>Changes of bytes that know nothing of JSON or Unicode.</summary>
internal static class ByteMutations
{
    private const int LongestPiece = 40;

    /// <summary>Invalid UTF-8, a byte order mark, control characters, and what a proxy may leave behind an answer.</summary>
    private static readonly byte[][] Pieces =
    [
        [0x00],
        [0x07],
        [0x1B],
        [0x1F],
        [0x7F],
        [0x80],
        [0xC0, 0xAF],
        [0xC3],
        [0xC3, 0x28],
        [0xE2, 0x82],
        [0xED, 0xA0, 0x80],
        [0xF0, 0x9F, 0x98],
        [0xF5, 0x80, 0x80, 0x80],
        [0xFE, 0xFF],
        [0xFF],
        [0xEF, 0xBB, 0xBF],
        [.. "<html>"u8],
        [.. " {}"u8],
        [.. "\r\n0\r\n\r\n"u8],
    ];

    public static byte[] Change(byte[] bytes, Dice dice)
    {
        if (bytes.Length == 0)
            return dice.Pick(Pieces);
        var at = dice.Below(bytes.Length);
        var piece = bytes.AsSpan(at, 1 + dice.Below(Math.Min(LongestPiece, bytes.Length - at)));
        return dice.Below(8) switch
        {
            0 => [.. bytes.AsSpan(0, at), (byte)(bytes[at] ^ (1 << dice.Below(8))), .. bytes.AsSpan(at + 1)],
            1 => bytes[..at],
            2 => [.. bytes.AsSpan(0, at), .. bytes.AsSpan(at + piece.Length)],
            3 => [.. bytes.AsSpan(0, at), .. piece, .. bytes.AsSpan(at)],
            4 => [.. bytes, .. dice.Chance(50) ? piece : dice.Pick(Pieces)],
            5 => [.. dice.Chance(70) ? [0xEF, 0xBB, 0xBF] : dice.Pick(Pieces), .. bytes],
            6 => [.. bytes.AsSpan(0, at), .. dice.Pick(Pieces), .. bytes.AsSpan(at)],
            _ => [.. bytes.AsSpan(0, at), .. dice.Pick(Pieces), .. bytes.AsSpan(at + 1)],
        };
    }
}
