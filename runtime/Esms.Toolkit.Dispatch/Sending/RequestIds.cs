using System.Security.Cryptography;
using System.Text;

namespace Esms.Dispatching;

/// <summary>
/// RequestIds that depend on the campaign and the row only. Any process on any machine that sends the row again uses the same id, and eSMS refuses
/// the duplicate.
/// </summary>
internal static class RequestIds
{
    /// <summary>160 bits, so that no two rows collide. It is 40 characters of the 50 that the service allows.</summary>
    private const int Bytes = 20;

    public static string Of(string campaign, string row)
    {
        // The length in front keeps ("a", "bc") and ("ab", "c") apart.
        var text = Encoding.UTF8.GetBytes($"{campaign.Length}:{campaign}{row}");
        return Convert.ToHexString(SHA256.HashData(text).AsSpan(0, Bytes));
    }
}
