using System.Diagnostics;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Serialization;

namespace Esms;

/// <summary>An account at eSMS, and how to talk to it.</summary>
public sealed class EsmsOptions
{
    private const int MostTries = 20;
    private const string MostTriesText = "20";

    internal const string BaseAddressProblem =
        $"{nameof(BaseAddress)} must be an absolute https address without query and user name, or an http address on this machine.";

    internal const string ProxyProblem =
        $"{nameof(Proxy)} must have an address that begins with http://, https://, socks4://, socks4a:// or socks5://, a host, and no path.";

    private static readonly TimeSpan MaxDuration = TimeSpan.FromDays(1);

    /// <summary>The API key of the account. Required; sent to eSMS and to nobody else.</summary>
    [JsonIgnore] // Logs that take objects apart would have it.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [field: DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiKey { get; set; } = string.Empty;

    /// <summary>The secret key that belongs to <see cref="ApiKey"/>. Required; sent to eSMS and to nobody else.</summary>
    [JsonIgnore] // Logs that take objects apart would have it.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [field: DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string SecretKey { get; set; } = string.Empty;

    /// <summary>
    /// Takes the place of scheme and host in every call, for tests and proxies of your own; null, the default, is eSMS itself. It must use
    /// https, unless it is on this machine (loopback).
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>How long a call may take in all, its tries and the pauses between them included. The default is 60 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one try may take, until the whole answer is there. The default is 15 seconds.</summary>
    public TimeSpan TryTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How often a call is tried at most, the first try included. The default is 4. Only what cannot do harm is tried again: calls that read, and
    /// sends with a RequestId, by which eSMS refuses a repeat. Whatever else is tried once.
    /// </summary>
    public int MaxTries { get; set; } = 4;

    /// <summary>
    /// The pause before the second try, of which up to half is left out by chance; each further pause is twice as long. The default is half a second.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How long making a connection may take. The default is 10 seconds. On .NET Framework only <see cref="TryTimeout"/> bounds that.
    /// </summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The largest answer that is read, in bytes. The default is 4 MiB.</summary>
    public int MaxResponseBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>
    /// The proxy to eSMS; null, the default, is the proxy of the machine (on most systems the environment variable <c>HTTPS_PROXY</c>). A user name and a password
    /// can be part of its address, or its credentials. A <see cref="BaseAddress"/> on this machine is called without a proxy. In a configuration, <c>Proxy</c> is
    /// the address, or a section with <c>Address</c>, <c>UserName</c> and <c>Password</c>.
    /// </summary>
    [JsonIgnore]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [field: DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IWebProxy? Proxy { get; set; }

    /// <summary>
    /// The certificates that this client may show to the server, with their private keys; null, the default, is none. A certificate that is added to or removed
    /// from the collection takes part in new connections. They cannot be set by a configuration.
    /// </summary>
#pragma warning disable CA2227 // As with all options; and null says that there are none.
    public X509CertificateCollection? ClientCertificates { get; set; }
#pragma warning restore CA2227

    /// <summary>What is wrong with the settings of a configuration that could not be read.</summary>
    internal string? UnreadSettings { get; set; }

    /// <summary>What is wrong with the options. Names the settings, never their values: two of them are secrets.</summary>
    internal IReadOnlyList<string> FindProblems()
    {
        var problems = new List<string>();
        if (UnreadSettings is not null)
            problems.Add(UnreadSettings);
        AddKeyProblem(problems, ApiKey, nameof(ApiKey));
        AddKeyProblem(problems, SecretKey, nameof(SecretKey));
        if (BaseAddress is not null && !IsAllowed(BaseAddress))
            problems.Add(BaseAddressProblem);
        if (Proxy is WebProxy { Address: { } proxy } && !IsProxyAddress(proxy))
            problems.Add(ProxyProblem);
        if (FindProblem(Timeout, TryTimeout, MaxTries) is { } problem)
            problems.Add(problem);
        if (RetryDelay < TimeSpan.Zero || RetryDelay > MaxDuration)
            problems.Add($"{nameof(RetryDelay)} must be at least zero and at most one day.");
        if (!IsDuration(ConnectTimeout))
            problems.Add(NoDuration(nameof(ConnectTimeout)));
        if (MaxResponseBytes < 1)
            problems.Add($"{nameof(MaxResponseBytes)} must be at least 1.");
        return problems;
    }

    /// <summary>Takes over every setting of other options.</summary>
    internal void CopyFrom(EsmsOptions other)
    {
        ApiKey = other.ApiKey;
        SecretKey = other.SecretKey;
        BaseAddress = other.BaseAddress;
        Timeout = other.Timeout;
        TryTimeout = other.TryTimeout;
        MaxTries = other.MaxTries;
        RetryDelay = other.RetryDelay;
        ConnectTimeout = other.ConnectTimeout;
        MaxResponseBytes = other.MaxResponseBytes;
        Proxy = other.Proxy;
        ClientCertificates = other.ClientCertificates;
        UnreadSettings = other.UnreadSettings;
    }

    /// <summary>What is wrong with the bounds that can be different for some calls.</summary>
    internal static string? FindProblem(TimeSpan timeout, TimeSpan tryTimeout, int maxTries)
    {
        if (!IsDuration(timeout))
            return NoDuration(nameof(Timeout));
        if (!IsDuration(tryTimeout))
            return NoDuration(nameof(TryTimeout));
        return maxTries is < 1 or > MostTries ? $"{nameof(MaxTries)} must be 1 to {MostTriesText}." : null;
    }

    private static bool IsAllowed(Uri address) =>
        address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.Query.Length == 0
        && address.Fragment.Length == 0
        && address.UserInfo.Length == 0;

    internal static bool IsProxyAddress(Uri address) =>
        address.IsAbsoluteUri
        && address.Scheme is "http" or "https" or "socks4" or "socks4a" or "socks5"
        && address.Host.Length > 0
        && address.PathAndQuery.Length <= 1;

    private static void AddKeyProblem(List<string> problems, string key, string name)
    {
        if (string.IsNullOrWhiteSpace(key))
            problems.Add(name + " is not set.");
        else if (char.IsWhiteSpace(key[0]) || char.IsWhiteSpace(key[^1]))
            problems.Add(name + " begins or ends with a blank or a line break."); // As in a file with a line of its own.
    }

    /// <summary>One text for all, because it is in every native app.</summary>
    private static string NoDuration(string name) => name + " must be more than zero and at most one day.";

    private static bool IsDuration(TimeSpan duration) => duration > TimeSpan.Zero && duration <= MaxDuration;
}
