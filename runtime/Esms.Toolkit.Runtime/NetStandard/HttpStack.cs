using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Esms.Runtime;

internal static class HttpStack
{
    private static readonly bool IsNetFramework = RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);

    public static Uri AddressOf(string text) => new(text);

    public static HttpContent? CreateEmptyBody() => IsNetFramework ? null : new ByteArrayContent([]);

    public static bool MayHaveRepeated(EsmsEndpoint endpoint) => IsNetFramework && endpoint.Method == HttpMethod.Get;

    public static string Describe(Exception exception) => exception switch
    {
        HttpRequestException { InnerException: SocketException socket } => $"{nameof(SocketException)}: {socket.SocketErrorCode.ToString()}",
        HttpRequestException { InnerException: WebException web } => $"{nameof(WebException)}: {web.Status.ToString()}",
        _ => exception.GetType().Name,
    };

    public static bool QuotesThePeer(Exception? exception) => exception switch
    {
        null => false,
        HttpRequestException { InnerException: null } or IOException { InnerException: null } => true,
        _ => QuotesThePeer(exception.InnerException),
    };

    public static bool IsBeforeSending(Exception exception) => exception is HttpRequestException && exception.InnerException switch
    {
        SocketException => true,
        WebException web => web.Status is WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure
            or WebExceptionStatus.ConnectFailure or WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure,
        _ => false,
    };
}
