namespace Esms.Runtime;

/// <summary>The HTTP handler under every connection, with what must never be otherwise.</summary>
internal static class EsmsHandlers
{
    /// <summary>Old connections are closed after this time, so that a change in DNS is seen.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static SocketsHttpHandler Create(EsmsOptions options) => new()
    {
        // A redirect would carry the keys to an address that no contract names.
        AllowAutoRedirect = false,
        UseCookies = false,
        // The machine's proxy is for the way out, not for a server on the machine itself.
        UseProxy = options.BaseAddress?.IsLoopback != true,
        ConnectTimeout = options.ConnectTimeout,
        PooledConnectionLifetime = ConnectionLifetime,
    };
}
