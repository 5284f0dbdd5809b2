using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Esms.Dispatching.RabbitMq;

/// <summary>A hash of 16 bytes in place of a string, where millions are in memory at once. Collisions are practically impossible.</summary>
internal static class RowHash
{
    public static UInt128 Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static UInt128 Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    /// <summary>Hashes what makes two messages of a row the same.</summary>
    public static UInt128 OfContent(OutboxMessage send) => Of(send.Request.Span) ^ Of($"{send.Operation} {send.RequestId}");
}
