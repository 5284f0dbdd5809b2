using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Esms.Dispatching.RabbitMq;

/// <summary>Stands for a text where millions of them are held at once: 16 bytes, which no two texts share.</summary>
internal static class RowHash
{
    public static UInt128 Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static UInt128 Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    /// <summary>Of what makes a message the same as another one of its row.</summary>
    public static UInt128 OfContent(OutboxMessage send) => Of(send.Request.Span) ^ Of($"{send.Operation} {send.RequestId}");
}
