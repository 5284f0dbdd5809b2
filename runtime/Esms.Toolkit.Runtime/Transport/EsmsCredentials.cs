using System.Diagnostics;

namespace Esms.Runtime;

/// <summary>The two keys of an account, on their way to the service.</summary>
[DebuggerDisplay("two keys")]
internal sealed class EsmsCredentials(string apiKey, string secretKey)
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [field: DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiKey { get; } = apiKey;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [field: DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string SecretKey { get; } = secretKey;

    /// <summary>The API key as it stands in an address.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [field: DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string EncodedApiKey { get; } = Uri.EscapeDataString(apiKey);

    /// <summary>The secret key as it stands in an address.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [field: DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string EncodedSecretKey { get; } = Uri.EscapeDataString(secretKey);

    /// <summary>Whether a text has one of the keys in it, as a peer may send them back.</summary>
    public bool AreIn(string text) => Has(text, ApiKey) || Has(text, SecretKey) || Has(text, EncodedApiKey) || Has(text, EncodedSecretKey);

    private static bool Has(string text, string key) => text.Contains(key, StringComparison.OrdinalIgnoreCase);
}
