using System.Diagnostics;

namespace Esms.Runtime;

/// <summary>The two keys of an account, on their way to the service.</summary>
[DebuggerDisplay("two keys")]
internal sealed class EsmsCredentials(string apiKey, string secretKey, EsmsCredentials? previous = null)
{
    /// <summary>Nobody replaces keys more often than this while a call runs.</summary>
    private const int MaxKept = 8;

    /// <summary>The keys before these: an answer to a try that went out with them may repeat them.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private EsmsCredentials? _previous = previous;

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

    /// <summary>Whether a text has one of the keys in it, these or those before them, as a peer may send them back.</summary>
    public bool AreIn(string text)
    {
        for (var known = this; known is not null; known = known._previous)
        {
            if (Has(text, known.ApiKey) || Has(text, known.SecretKey) || Has(text, known.EncodedApiKey) || Has(text, known.EncodedSecretKey))
                return true;
        }
        return false;
    }

    /// <summary>The keys that follow these.</summary>
    public EsmsCredentials ReplacedBy(string apiKey, string secretKey)
    {
        if (apiKey == ApiKey && secretKey == SecretKey)
            return this;
        var replaced = new EsmsCredentials(apiKey, secretKey, this);
        var kept = replaced;
        for (var i = 0; i < MaxKept && kept is not null; i++)
            kept = kept._previous;
        kept?._previous = null;
        return replaced;
    }

    private static bool Has(string text, string key) => text.Contains(key, StringComparison.OrdinalIgnoreCase);
}
