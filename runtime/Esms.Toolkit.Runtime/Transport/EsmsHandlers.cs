namespace Esms.Runtime;

/// <summary>The HTTP handler under every connection, with what must never be otherwise.</summary>
/// <remarks>
/// Compressed answers are not asked for, so none can unpack to more than the limit. That is the handler's default, and only a test says so: setting
/// it would link the decompressors into every native app, a megabyte.
/// </remarks>
internal static class EsmsHandlers
{
    /// <summary>Old connections are closed after this time, so that a change in DNS is seen.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private const int MaxHeaderKilobytes = 32;

    public static SocketsHttpHandler Create(EsmsOptions options) =>
        new()
        {
            // A redirect would carry the keys to an address that no contract names.
            AllowAutoRedirect = false,
            UseCookies = false,
            MaxResponseHeadersLength = MaxHeaderKilobytes,
            // Otherwise .NET's own spans would hold the address, and in an address of eSMS there are keys.
            ActivityHeadersPropagator = null,
            // The machine's proxy is for the way out, not for a server on the machine itself.
            UseProxy = options.BaseAddress?.IsLoopback != true,
            ConnectTimeout = options.ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
        };
}
