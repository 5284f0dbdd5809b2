using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Esms.Runtime;

/// <summary>What the HTTP stack does in its own way, where it may be .NET Framework's.</summary>
internal static class HttpStack
{
    /// <summary>Whether it is .NET Framework's, which is built on <see cref="HttpWebRequest"/>; those of Mono and of .NET are not.</summary>
    private static readonly bool IsOfWebRequests = typeof(HttpClientHandler).Assembly.GetType("System.Net.Http.SocketsHttpHandler") is null;

    /// <summary>Takes an address as it is, but for what cannot be had here: direction marks are dropped.</summary>
    public static Uri AddressOf(string text) => new(text);

    /// <summary>
    /// Percent-encodes a value, whatever it contains. <see cref="Uri.EscapeDataString"/> takes neither long texts nor halves of characters here.
    /// </summary>
    public static string Escape(string value)
    {
        var text = new StringBuilder(value.Length * 3);
        foreach (var part in Encoding.UTF8.GetBytes(value))
        {
            if (part < 0x80 && (char.IsAsciiLetterOrDigit((char)part) || "-._~".Contains((char)part)))
                text.Append((char)part);
            else
                text.Append('%').Append(part.ToString("X2", CultureInfo.InvariantCulture));
        }
        return text.ToString();
    }

    /// <summary>
    /// Without a body, a request is repeated by the HTTP stack when the connection breaks before the answer. A send that has none in its contract
    /// gets an empty one for that reason, except where a GET cannot have one: .NET Framework refuses that.
    /// </summary>
    public static HttpContent? CreateEmptyBody() => IsOfWebRequests ? null : new ByteArrayContent([]);

    /// <summary>Whether the HTTP stack may have repeated a request, though nothing tells of that.</summary>
    public static bool MayHaveRepeated(EsmsEndpoint endpoint) => IsOfWebRequests && endpoint.Method == HttpMethod.Get;

    /// <summary>The names of the errors only: what a peer sent does not belong into our words.</summary>
    public static string Describe(Exception exception) =>
        exception switch
        {
            HttpRequestException { InnerException: SocketException socket } => $"{nameof(SocketException)}: {socket.SocketErrorCode.ToString()}",
            HttpRequestException { InnerException: WebException web } => $"{nameof(WebException)}: {web.Status.ToString()}",
            HttpRequestException { InnerException: AuthenticationException } => nameof(AuthenticationException),
            _ => exception.GetType().Name,
        };

    /// <summary>What a proxy did instead of making a connection. Nothing says that here, except the status 407.</summary>
    public static string? DescribeProxy(Exception exception) =>
        exception
            is HttpRequestException
            {
                InnerException: WebException
                {
                    Status: WebExceptionStatus.ProxyNameResolutionFailure or WebExceptionStatus.RequestProhibitedByProxy
                } web
            }
            ? ProxyText.Failed(web.Status.ToString())
            : null;

    /// <summary>Whether a proxy gave an answer that it will give again.</summary>
    public static bool IsDefiniteOfProxy(Exception exception) =>
        exception is HttpRequestException { InnerException: WebException { Status: WebExceptionStatus.RequestProhibitedByProxy } };

    /// <summary>
    /// Whether the text of an exception may repeat what the peer sent. Nothing says so here; those do that have no cause of their own.
    /// </summary>
    public static bool QuotesThePeer(Exception? exception) =>
        exception switch
        {
            null => false,
            HttpRequestException { InnerException: null } or IOException { InnerException: null } => true,
            _ => QuotesThePeer(exception.InnerException),
        };

    /// <summary>Whether a handler is one of the platform's own, whose exceptions say what happened.</summary>
    public static bool IsKnown(HttpMessageHandler handler) => handler is EsmsHandlers.Handler || handler.GetType() == typeof(HttpClientHandler);

    /// <summary>Whether it sends a request once: not again to where a redirect leads, and not again with a password.</summary>
    public static bool SendsOnce(HttpMessageHandler handler) =>
        IsKnown(handler) && handler is HttpClientHandler { AllowAutoRedirect: false, Credentials: null, UseDefaultCredentials: false };

    /// <summary>Whether no byte of the request can have gone out.</summary>
    public static bool IsBeforeSending(Exception exception) =>
        exception is HttpRequestException
        && exception.InnerException switch
        {
            SocketException or AuthenticationException => true,
            WebException web => web.Status
                is WebExceptionStatus.NameResolutionFailure
                    or WebExceptionStatus.ProxyNameResolutionFailure
                    or WebExceptionStatus.ConnectFailure
                    or WebExceptionStatus.TrustFailure
                    or WebExceptionStatus.SecureChannelFailure,
            _ => false,
        };
}
