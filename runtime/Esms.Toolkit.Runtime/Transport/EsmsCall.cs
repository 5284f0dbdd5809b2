using System.ComponentModel;
using System.Diagnostics;

namespace Esms.Runtime;

/// <summary>
/// What goes out with a request beside what the caller gave: the keys of the account, and the id by which the service knows a repeat.
/// </summary>
/// <remarks>Used by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[DebuggerDisplay("two keys and an id")]
public readonly ref struct EsmsCall
{
    internal EsmsCall(EsmsCredentials credentials, string? requestId)
    {
        Credentials = credentials;
        RequestId = requestId;
    }

    /// <summary>The API key.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiKey => Credentials.ApiKey;

    /// <summary>The secret key.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string SecretKey => Credentials.SecretKey;

    /// <summary>The id of the logical send, the same in each of its tries; null for calls without one.</summary>
    public string? RequestId { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal EsmsCredentials Credentials { get; }
}
