using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Esms.Receiving;

/// <summary>
/// What a repeat has in common with the first call: the endpoint, and everything that the call says, or what it has signed. A digest, so that
/// what is remembered has one size and no phone number in it. A call that differs in anything, the status for example, is another call.
/// </summary>
internal static class CallbackKey
{
    public static UInt128 Of(IEnumerable<KeyValuePair<string, string>> endpoint, IEnumerable<KeyValuePair<string, string>> said)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, endpoint);
        Append(hash, said);
        return BinaryPrimitives.ReadUInt128BigEndian(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var sorted = pairs.OrderBy(static pair => pair.Key, StringComparer.Ordinal).ToList();
        hash.AppendData(BitConverter.GetBytes(sorted.Count));
        foreach (var (name, value) in sorted)
        {
            Append(hash, name);
            Append(hash, value);
        }
    }

    /// <summary>With its length before it, so that no two rows of texts look the same.</summary>
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
