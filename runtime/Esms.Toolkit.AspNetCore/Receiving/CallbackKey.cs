using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Esms.Receiving;

/// <summary>
/// By what a repeat is told: everything that the call says. A digest, so that what is remembered has one size and no phone number in it.
/// A call that differs in anything, the status for one, is another call.
/// </summary>
internal static class CallbackKey
{
    public static UInt128 Of(string endpoint, IReadOnlyDictionary<string, string> parameters)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, endpoint);
        foreach (var (name, value) in parameters.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            Append(hash, name);
            Append(hash, value);
        }
        return BinaryPrimitives.ReadUInt128BigEndian(hash.GetHashAndReset());
    }

    /// <summary>With its length before it, so that no two rows of texts look the same.</summary>
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
