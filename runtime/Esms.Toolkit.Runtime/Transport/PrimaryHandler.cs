using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Esms.Runtime;

/// <summary>
/// The handler of the caller's that talks to the network. Its kinds are known: SocketsHttpHandler is set as our own is, HttpClientHandler is replaced by one,
/// because its spans cannot be turned off, and a class derived from HttpClientHandler is refused for the same reason.
/// </summary>
internal static class PrimaryHandler
{
    /// <returns>The handler to send through, the given one or another in its place; null when its class is not known.</returns>
    /// <exception cref="NotSupportedException">The handler cannot be made safe.</exception>
    /// <exception cref="InvalidOperationException">The handler is in use already.</exception>
    public static HttpMessageHandler? Secure(HttpMessageHandler handler, EsmsOptions options)
    {
        switch (handler)
        {
            case SocketsHttpHandler sockets:
                EsmsHandlers.Secure(sockets, options);
                return sockets;
            case HttpClientHandler known when known.GetType() == typeof(HttpClientHandler):
                return Replace(known, options);
            case HttpClientHandler derived:
                throw new NotSupportedException(
                    $"{derived.GetType().Name} derives from {nameof(HttpClientHandler)}, which writes whole addresses into traces, and some addresses of eSMS have keys in them. "
                        + $"Use a {nameof(SocketsHttpHandler)}, with a {nameof(DelegatingHandler)} over it for code of your own; "
                        + $"for a proxy or client certificates, {nameof(EsmsOptions)}.{nameof(EsmsOptions.Proxy)} and {nameof(EsmsOptions.ClientCertificates)} are enough."
                );
            default:
                return null;
        }
    }

    /// <summary>
    /// A handler with the same settings. Not taken over: redirects, cookies and decompression, which eSMS does not need.
    /// </summary>
    private static SocketsHttpHandler Replace(HttpClientHandler given, EsmsOptions options)
    {
        if (given.ClientCertificateOptions != ClientCertificateOption.Manual)
            throw new NotSupportedException(
                $"{nameof(ClientCertificateOption)}.{given.ClientCertificateOptions} is not supported: set {nameof(EsmsOptions)}.{nameof(EsmsOptions.ClientCertificates)}."
            );
        var handler = EsmsHandlers.Begin(options);
        handler.UseProxy = given.UseProxy && (handler.UseProxy || given.Proxy is not null);
        handler.Proxy = given.Proxy;
        handler.DefaultProxyCredentials = given.DefaultProxyCredentials;
        handler.Credentials = given.Credentials;
        handler.PreAuthenticate = given.PreAuthenticate;
        handler.MaxConnectionsPerServer = given.MaxConnectionsPerServer;
        handler.MaxResponseHeadersLength = given.MaxResponseHeadersLength;
        handler.MeterFactory = given.MeterFactory;
        handler.SslOptions.EnabledSslProtocols = given.SslProtocols;
        if (given.CheckCertificateRevocationList)
            handler.SslOptions.CertificateRevocationCheckMode = X509RevocationMode.Online;
        if (given.ClientCertificates.Count > 0)
            handler.SslOptions.ClientCertificates = given.ClientCertificates;
        if (given.ServerCertificateCustomValidationCallback is { } isValid)
            handler.SslOptions.RemoteCertificateValidationCallback = (connection, certificate, chain, errors) =>
                IsValid(isValid, connection, certificate, chain, errors);
        EsmsHandlers.Secure(handler, options);
        return handler;
    }

    /// <summary>Asks a callback that wants a request: it gets one that has the host and no keys.</summary>
    private static bool IsValid(
        Func<HttpRequestMessage, X509Certificate2?, X509Chain?, SslPolicyErrors, bool> isValid,
        object connection,
        X509Certificate? certificate,
        X509Chain? chain,
        SslPolicyErrors errors
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://{(connection as SslStream)?.TargetHostName}/");
        return isValid(request, certificate as X509Certificate2, chain, errors);
    }
}
