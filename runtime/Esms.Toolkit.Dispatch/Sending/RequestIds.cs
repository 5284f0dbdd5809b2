using System.Security.Cryptography;
using System.Text;

namespace Esms.Dispatching;

/// <summary>
/// RequestIds that follow from the campaign and the row, and from nothing else: whoever sends the row again, on whatever machine, does so under the
/// same id, and eSMS refuses it.
/// </summary>
internal static class RequestIds
{
    /// <summary>160 bits: more than enough for no two rows to meet, and 40 characters of the 50 that the service takes.</summary>
    private const int Bytes = 20;

    public static string Of(string campaign, string row)
    {
        // The length in front keeps ("a", "bc") and ("ab", "c") apart.
        var text = Encoding.UTF8.GetBytes($"{campaign.Length}:{campaign}{row}");
        return Convert.ToHexString(SHA256.HashData(text).AsSpan(0, Bytes));
    }
}
