using System.Net.Sockets;
using System.Text;
using Esms.Tests.Server;

namespace Esms.Tests.Secrets;

/// <summary>What a proxy may do instead of making a connection, above all repeating what it was told.</summary>
internal static class ProxyAnswers
{
    public static readonly IReadOnlyDictionary<string, Func<string, NetworkStream, Task>> All = new Dictionary<
        string,
        Func<string, NetworkStream, Task>
    >
    {
        ["407"] = Send(static _ => Http("407 Proxy Authentication Required")),
        ["403"] = Send(static _ => Http("403 Forbidden")),
        ["502"] = Send(static _ => Http("502 Bad Gateway")),
        ["503"] = Send(static _ => Http("503 Service Unavailable")),
        ["407 with the login as reason"] = Send(static _ => Http($"407 {Canaries.ProxyUser}:{Canaries.ProxyPassword}")),
        ["407 with the login in header and body"] = Send(static request =>
            RawPeer.Http(
                $"{Canaries.ProxyUser}:{Canaries.ProxyPassword} {request}",
                "407 Proxy Authentication Required",
                $"Proxy-Authenticate: Basic realm=\"{Canaries.ProxyPassword}\"\r\n"
            )
        ),
        ["the request as status line"] = Send(static request => request),
        ["the login as status line"] = Send(static _ => $"{Canaries.ProxyUser}:{Canaries.ProxyPassword}\r\n\r\n"),
        ["closes"] = Send(static _ => string.Empty),
        ["accepts and closes"] = Send(static _ => "HTTP/1.1 200 OK\r\n\r\n"),
        ["accepts and speaks no TLS"] = Send(static request => $"HTTP/1.1 200 OK\r\n\r\n{request}"),
    };

    private static string Http(string status) => RawPeer.Http(string.Empty, status, "Proxy-Authenticate: Basic realm=\"proxy\"\r\n");

    private static Func<string, NetworkStream, Task> Send(Func<string, string> answer) =>
        (request, stream) => stream.WriteAsync(Encoding.Latin1.GetBytes(answer(request))).AsTask();
}
