using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Esms.Runtime;

/// <summary>What the HTTP stack of the platform does in its own way. Another file says the same of .NET Framework's.</summary>
internal static class HttpStack
{
    private static readonly UriCreationOptions ExactAddress = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>Takes an address as it is.</summary>
    public static Uri AddressOf(string text) => new(text, ExactAddress);

    /// <summary>Percent-encodes a value, whatever it contains.</summary>
    public static string Escape(string value) => Uri.EscapeDataString(value);

    /// <summary>
    /// Without a body, the HTTP stack repeats a request by itself when a kept connection breaks before the answer, and tells nobody. A send that
    /// has none in its contract gets an empty one for that reason.
    /// </summary>
    public static HttpContent? CreateEmptyBody() => new ByteArrayContent([]);

    /// <summary>Whether the HTTP stack may have repeated a request, though nothing tells of that.</summary>
    public static bool MayHaveRepeated(EsmsEndpoint endpoint) => false;

    /// <summary>The names of the errors only: what a peer sent does not belong into our words.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string Describe(Exception exception) =>
        exception switch
        {
            HttpRequestException { InnerException: SocketException socket } => $"{nameof(SocketException)}: {socket.SocketErrorCode.ToString()}",
            HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } known => known.HttpRequestError.ToString(),
            _ => exception.GetType().Name,
        };

    /// <summary>What a proxy did instead of making a connection; null when the failure is none of a proxy.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string? DescribeProxy(Exception exception) =>
        exception is not HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } failure ? null
        : ProxyStatusOf(failure) is { } status ? ProxyText.Refused(status)
        : ProxyText.Failed((failure.InnerException ?? failure).GetType().Name);

    /// <summary>Whether a proxy gave an answer that it will give again, such as to a wrong password, which some lock after a few tries.</summary>
    public static bool IsDefiniteOfProxy(Exception exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } failure
        && ProxyStatusOf(failure) is >= 400 and < 500 and not 408 and not 429;

    /// <summary>Before .NET 10 the status is in the text only, as the last number there. A proxy of another kind has no status.</summary>
    private static int? ProxyStatusOf(HttpRequestException failure)
    {
        if (failure.StatusCode is { } known)
            return (int)known;
        if (failure.InnerException is not null)
            return null;
        var text = failure.Message;
        var end = text.Length - 1;
        while (end >= 0 && !char.IsAsciiDigit(text[end]))
            end--;
        var status = 0;
        for (var unit = 1; end >= 0 && char.IsAsciiDigit(text[end]) && unit <= 100; unit *= 10)
            status += (text[end--] - '0') * unit;
        return status < 100 ? null : status;
    }

    /// <summary>
    /// Whether the text of an exception repeats what the peer sent, which may be anything, our own keys included, or the address of a proxy, which may have a
    /// password.
    /// </summary>
    public static bool QuotesThePeer(Exception? exception) =>
        exception switch
        {
            null => false,
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => true,
            HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError, InnerException: null } => true,
            HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } => true,
            _ => QuotesThePeer(exception.InnerException),
        };

    /// <summary>Whether a handler is one of .NET's own, over its own streams, whose exceptions say what happened.</summary>
    public static bool IsKnown(HttpMessageHandler handler) =>
        handler is SocketsHttpHandler { ConnectCallback: null, PlaintextStreamFilter: null } || handler.GetType() == typeof(HttpClientHandler);

    /// <summary>Whether it sends a request once: not again to where a redirect leads, and not again with a password.</summary>
    public static bool SendsOnce(HttpMessageHandler handler) =>
        handler switch
        {
            SocketsHttpHandler sockets => IsKnown(sockets) && !sockets.AllowAutoRedirect && sockets.Credentials is null,
            HttpClientHandler client => IsKnown(client) && !client.AllowAutoRedirect && client.Credentials is null,
            _ => false,
        };

    /// <summary>Whether no byte of the request can have gone out.</summary>
    public static bool IsBeforeSending(Exception exception) =>
        exception switch
        {
            HttpRequestException http => http.HttpRequestError
                is HttpRequestError.NameResolutionError
                    or HttpRequestError.ConnectionError
                    or HttpRequestError.SecureConnectionError
                    or HttpRequestError.ProxyTunnelError
                    or HttpRequestError.VersionNegotiationError,
            // How the HTTP stack says that ConnectTimeout passed. HttpClient's own timeout has one more exception inside.
            OperationCanceledException { InnerException: TimeoutException { InnerException: null } } => true,
            _ => false,
        };
}
