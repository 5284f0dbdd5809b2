using System.Net;
using System.Net.Security;

namespace Esms.Runtime;

/// <summary>The HTTP handler under every connection, with what must never be otherwise, where .NET's own is not there.</summary>
internal static class EsmsHandlers
{
    private const int MaxHeaderKilobytes = 32;

    // There is no time limit for making a connection here: EsmsOptions.ConnectTimeout is kept by the limit of the try.
    public static HttpClientHandler Create(EsmsOptions options) =>
        new Handler
        {
            // A redirect would carry the keys to an address that no contract names.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = MaxHeaderKilobytes,
            // The machine's proxy is for the way out, not for a server on the machine itself.
            UseProxy = options.BaseAddress?.IsLoopback != true,
            // Otherwise a callback of the whole process could let any certificate pass.
            ServerCertificateCustomValidationCallback = static (_, _, _, errors) => errors == SslPolicyErrors.None,
        };

    /// <summary>
    /// .NET Framework keeps some settings not with the handler, but with the server, and forgets them when that is not used for a while.
    /// </summary>
    internal sealed class Handler : HttpClientHandler
    {
        /// <summary>Old connections are closed after this time, so that a change in DNS is seen.</summary>
        private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var server = ServicePointManager.FindServicePoint(request.RequestUri, UseProxy ? WebRequest.DefaultWebProxy : null);
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
