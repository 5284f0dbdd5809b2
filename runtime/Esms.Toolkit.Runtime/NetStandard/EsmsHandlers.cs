using System.Net;
using System.Net.Security;

namespace Esms.Runtime;

/// <summary>The HTTP handler under every connection, with what must never be otherwise, where .NET's own is not there.</summary>
internal static class EsmsHandlers
{
    private const int MaxHeaderKilobytes = 32;

    // There is no time limit for making a connection here: EsmsOptions.ConnectTimeout is kept by the limit of the try.
    public static HttpClientHandler Create(EsmsOptions options)
    {
        var handler = new Handler
        {
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = MaxHeaderKilobytes,
            UseProxy = !IsOnThisMachine(options),
            // Otherwise a callback of the whole process could let any certificate pass.
            ServerCertificateCustomValidationCallback = static (_, _, _, errors) => errors == SslPolicyErrors.None,
        };
        Secure(handler, options);
        return handler;
    }

    /// <summary>
    /// Takes from a handler what could carry keys and passwords to somewhere else. What is right already is not set again, because a handler that another
    /// connection uses cannot be changed.
    /// </summary>
    /// <exception cref="InvalidOperationException">The handler is in use already.</exception>
    public static void Secure(HttpClientHandler handler, EsmsOptions options)
    {
        // A redirect would carry the keys to an address that no contract names.
        if (handler.AllowAutoRedirect)
            handler.AllowAutoRedirect = false;
        if (handler.UseCookies)
            handler.UseCookies = false;
        var proxy = IsOnThisMachine(options) ? null : options.Proxy;
        if (proxy is not null && !handler.UseProxy)
            handler.UseProxy = true;
        if (handler.UseProxy && handler.Proxy is not ProxyWithoutPassword && (proxy ?? handler.Proxy) is { } given)
            handler.Proxy = new ProxyWithoutPassword(given, handler.DefaultProxyCredentials);
        foreach (var certificate in options.ClientCertificates ?? [])
        {
            if (!handler.ClientCertificates.Contains(certificate))
                handler.ClientCertificates.Add(certificate);
        }
    }

    /// <summary>A proxy is for the way out, not for a server on the machine itself.</summary>
    private static bool IsOnThisMachine(EsmsOptions options) => options.BaseAddress?.IsLoopback == true;

    /// <summary>
    /// .NET Framework keeps some settings not with the handler, but with the server, and forgets them when that is not used for a while.
    /// </summary>
    internal sealed class Handler : HttpClientHandler
    {
        /// <summary>Old connections are closed after this time, so that a change in DNS is seen.</summary>
        private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var server = ServicePointManager.FindServicePoint(request.RequestUri, UseProxy ? Proxy ?? WebRequest.DefaultWebProxy : null);
            server.ConnectionLeaseTimeout = (int)ConnectionLifetime.TotalMilliseconds;
            // Two at a time is the default, and what waits for its turn would be taken for sent.
            server.ConnectionLimit = int.MaxValue;
            // A body would wait for an acknowledgement of the headers otherwise, or for leave to come.
            server.UseNagleAlgorithm = false;
            request.Headers.ExpectContinue = false;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
