using System.Security.Cryptography;
using System.Text;

namespace Esms.Cli.Export;

/// <summary>An id that is the same in every export, so that importing twice changes nothing.</summary>
internal static class StableId
{
    public static Guid Of(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        // RFC 9562, version 8: bits of one's own.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
