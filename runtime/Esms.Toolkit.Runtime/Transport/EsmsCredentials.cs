using System.ComponentModel;
using System.Diagnostics;

namespace Esms.Runtime;

/// <summary>The two keys of an account, on their way to the service.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[DebuggerDisplay("two keys")]
public sealed class EsmsCredentials
{
    internal EsmsCredentials(string apiKey, string secretKey)
    {
        ApiKey = apiKey;
        SecretKey = secretKey;
        EncodedApiKey = Uri.EscapeDataString(apiKey);
        EncodedSecretKey = Uri.EscapeDataString(secretKey);
    }

    /// <summary>The API key.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiKey { get; }

    /// <summary>The secret key.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string SecretKey { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string EncodedApiKey { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string EncodedSecretKey { get; }
}
