using System.Net;

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

    public static SocketsHttpHandler Create(EsmsOptions options)
    {
        var handler = Begin(options);
        SetWay(handler, options);
        return handler;
    }

    /// <summary>A handler without proxy and certificates yet.</summary>
    public static SocketsHttpHandler Begin(EsmsOptions options) =>
        new()
        {
            // A redirect would carry the keys to an address that no contract names.
            AllowAutoRedirect = false,
            UseCookies = false,
            // Otherwise .NET's own spans would hold the address, and in an address of eSMS there are keys.
            ActivityHeadersPropagator = null,
            MaxResponseHeadersLength = MaxHeaderKilobytes,
            UseProxy = !IsOnThisMachine(options),
            ConnectTimeout = options.ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
        };

    /// <summary>
    /// Takes from a handler what could carry keys and passwords to somewhere else. What is right already is not set again, because a handler that another
    /// connection uses cannot be changed.
    /// </summary>
    /// <exception cref="InvalidOperationException">The handler is in use already.</exception>
    public static void Secure(SocketsHttpHandler handler, EsmsOptions options)
    {
        if (handler.AllowAutoRedirect)
            handler.AllowAutoRedirect = false;
        if (handler.UseCookies)
            handler.UseCookies = false;
        if (handler.ActivityHeadersPropagator is not null)
            handler.ActivityHeadersPropagator = null;
        SetWay(handler, options);
    }

    /// <summary>Sets proxy and certificates.</summary>
    private static void SetWay(SocketsHttpHandler handler, EsmsOptions options)
    {
        var proxy = IsOnThisMachine(options) ? null : options.Proxy;
        if (proxy is not null && !handler.UseProxy)
            handler.UseProxy = true;
        if (handler.UseProxy && handler.Proxy is not ProxyWithoutPassword && !IsLeftToWindows(proxy ?? handler.Proxy))
            handler.Proxy = new ProxyWithoutPassword(proxy ?? handler.Proxy ?? HttpClient.DefaultProxy, handler.DefaultProxyCredentials);
        if (options.ClientCertificates is { } certificates && handler.SslOptions.ClientCertificates != certificates)
            handler.SslOptions.ClientCertificates = certificates;
    }

    /// <summary>A proxy is for the way out, not for a server on the machine itself.</summary>
    private static bool IsOnThisMachine(EsmsOptions options) => options.BaseAddress?.IsLoopback == true;

    /// <summary>
    /// The proxies of Windows have no password in their addresses, and the HTTP stack tries several of them in turn, which it does with no other class.
    /// </summary>
    private static bool IsLeftToWindows(IWebProxy? proxy) =>
        OperatingSystem.IsWindows() && proxy is null && HttpClient.DefaultProxy.GetType().Name == "HttpWindowsProxy";
}
