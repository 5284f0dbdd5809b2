using System.Diagnostics;
using System.Net;

namespace Esms.Runtime;

/// <summary>
/// A proxy whose address has no user name and password. .NET's HTTP stack writes the address of a proxy into exceptions, events and spans, so it is given the
/// address without them, and gets them as credentials.
/// </summary>
/// <param name="proxy">The proxy.</param>
/// <param name="fallback">The credentials of a proxy that has none of its own.</param>
[DebuggerDisplay("a proxy")]
internal sealed class ProxyWithoutPassword(IWebProxy proxy, ICredentials? fallback) : IWebProxy, ICredentials
{
    /// <summary>The logins found in addresses, as a list: there is seldom more than one.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private volatile Login? _logins;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public ICredentials? Credentials
    {
        get => this;
        set => throw new NotSupportedException();
    }

    public bool IsBypassed(Uri host) => proxy.IsBypassed(host);

    public Uri? GetProxy(Uri destination)
    {
        var address = proxy.GetProxy(destination);
        return address is { IsAbsoluteUri: true, UserInfo.Length: > 0 } ? LoginOf(address).Address : address;
    }

    public NetworkCredential? GetCredential(Uri uri, string authType) =>
        proxy.Credentials?.GetCredential(uri, authType) ?? Find(uri)?.Credential ?? fallback?.GetCredential(uri, authType);

    private Login? Find(Uri address)
    {
        var login = _logins;
        while (login is not null && login.Address != address)
            login = login.Next;
        return login;
    }

    private Login LoginOf(Uri source)
    {
        for (var known = _logins; known is not null; known = known.Next)
        {
            if (ReferenceEquals(known.Source, source))
                return known;
        }
        // The newest is found first, so a proxy that changes its password is asked with the new one.
        var login = new Login(source, _logins);
        _logins = login;
        return login;
    }

    [DebuggerDisplay("a login")]
    private sealed class Login
    {
        private const int MaxKept = 16;

        public Login(Uri source, Login? next)
        {
            Source = source;
            Address = new Uri(source.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped));
            Next = next;
            var info = source.UserInfo;
            var end = info.AsSpan().IndexOf(':');
            var user = end < 0 ? info : info[..end];
            Credential = new NetworkCredential(Uri.UnescapeDataString(user), end < 0 ? "" : Uri.UnescapeDataString(info[(end + 1)..]));
            Forget();
        }

        [DebuggerBrowsable(DebuggerBrowsableState.Never)]
        public Uri Source { get; }

        public Uri Address { get; }

        [DebuggerBrowsable(DebuggerBrowsableState.Never)]
        public NetworkCredential Credential { get; }

        public Login? Next { get; private set; }

        /// <summary>Some proxies make a new address for each request.</summary>
        private void Forget()
        {
            var kept = this;
            for (var i = 1; i < MaxKept && kept is not null; i++)
                kept = kept.Next;
            kept?.Next = null;
        }
    }
}
