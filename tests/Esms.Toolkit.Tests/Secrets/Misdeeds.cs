using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Esms.Tests.Server;

namespace Esms.Tests.Secrets;

/// <summary>Everything that a peer can do, above all sending back what it got, as each part of an answer.</summary>
internal static class Misdeeds
{
    /// <summary>Has what every operation here wants to have.</summary>
    private const string Accepted = """{"CodeResponse":"100","CodeResult":"100","CountRegenerate":0,"SMSID":"1","ListBrandName":[]}""";

    private static readonly string LargeBody = new('x', 200_000);

    public static readonly IReadOnlyDictionary<string, Func<string, NetworkStream, Task>> All = new Dictionary<
        string,
        Func<string, NetworkStream, Task>
    >
    {
        ["accepts"] = Send(static _ => RawPeer.Http(Accepted)),
        ["refuses"] = Send(static _ => RawPeer.Http("""{"CodeResponse":"101","CodeResult":"101","ErrorMessage":"Authorize Failed"}""")),
        ["refuses for now"] = Send(static _ => RawPeer.Http("""{"CodeResponse":"99","CodeResult":"99","ErrorMessage":"Unknown error"}""")),
        ["refuses as a duplicate"] = Send(static _ => RawPeer.Http("""{"CodeResponse":"124","CodeResult":"124","ErrorMessage":"Duplicate"}""")),
        ["refuses without a code"] = Send(static _ => RawPeer.Http("""{"error":"Invalid request"}""")),
        ["refuses with the request"] = Send(static request =>
            RawPeer.Http($$"""{"CodeResponse":"101","CodeResult":"101","ErrorMessage":{{Quote(request)}}}""")
        ),
        ["resets"] = static (_, stream) =>
        {
            stream.Socket.LingerState = new LingerOption(true, 0);
            stream.Socket.Close();
            return Task.CompletedTask;
        },
        ["closes"] = Send(static _ => string.Empty),
        ["hangs"] = static (_, stream) => HangAsync(stream, string.Empty),
        ["hangs in the body"] = static (_, stream) => HangAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"),
        ["shows a page"] = Send(static request => RawPeer.Http($"<html>{request}</html>", headers: "Content-Type: text/html\r\n")),
        ["stops in the body"] = Send(static _ => $"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{Accepted[..20]}"),
        ["answers nothing"] = Send(static _ => RawPeer.Http(string.Empty)),
        ["answers 500 with the request"] = Send(static request => RawPeer.Http(request, "500 Internal Server Error")),
        ["answers 404"] = Send(static _ => RawPeer.Http(string.Empty, "404 Not Found")),
        ["answers 429"] = Send(static _ => RawPeer.Http(string.Empty, "429 Too Many Requests")),
        ["answers 503 with the request as reason"] = Send(static request => RawPeer.Http(string.Empty, $"503 {LineOf(request)}")),
        ["redirects with the request"] = Send(static request =>
            RawPeer.Http(string.Empty, "302 Found", $"Location: http://127.0.0.1:1{LineOf(request).Split(' ')[1]}\r\n")
        ),
        ["answers too much"] = Send(static _ => RawPeer.Http(LargeBody)),
        ["sends the request as status line"] = Send(static request => request),
        ["sends the body as status line"] = Send(static request => $"{BodyOf(request)}\r\n\r\n"),
        ["sends the request as status"] = Send(static request => $"HTTP/1.1 {LineOf(request)}\r\n\r\n"),
        ["sends the request as header"] = Send(static request => RawPeer.Http(Accepted, headers: $"{LineOf(request)}\r\n")),
        ["sends the body as header"] = Send(static request => RawPeer.Http(Accepted, headers: $"{BodyOf(request)}\r\n")),
        ["sends the request in a header"] = Send(static request =>
            RawPeer.Http("<", headers: $"X-Echo: {LineOf(request)}{BodyOf(request)}\r\nSet-Cookie: a={LineOf(request)}\r\n")
        ),
        ["sends the request as length"] = Send(static request =>
            $"HTTP/1.1 200 OK\r\nContent-Length: {LineOf(request)}{BodyOf(request)}\r\n\r\n{Accepted}"
        ),
        ["sends the request as chunk length"] = Send(static request =>
            $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{LineOf(request)}{BodyOf(request)}\r\n{Accepted}\r\n0\r\n\r\n"
        ),
        ["sends the request as trailer"] = Send(static request =>
            $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n<\r\n0\r\n{LineOf(request)}{BodyOf(request)}\r\n\r\n"
        ),
        ["sends the request as body"] = Send(static request => RawPeer.Http(request)),
        ["sends the body as body"] = Send(static request => RawPeer.Http(BodyOf(request))),
        ["sends the request as literal"] = Send(static request => RawPeer.Http($"n{BodyOf(request)}{LineOf(request).Split(' ')[1]}")),
        ["sends the request as value"] = Send(static request =>
            RawPeer.Http($$"""{"CodeResponse":{{Quote(request)}},"CodeResult":{{Quote(request)}}}""")
        ),
        ["sends the key as name"] = Send(static _ =>
            RawPeer.Http($"{{{Quote(Canaries.ApiKey)}:{{\"x{Uri.EscapeDataString(Canaries.SecretKey)}\":[}}}}")
        ),
        ["sends the key as long name"] = Send(static _ => RawPeer.Http($$"""{"{{new string('x', 80)}}{{Canaries.ApiKey}}":[}""")),
    };

    private static Func<string, NetworkStream, Task> Send(Func<string, string> answer) =>
        (request, stream) => stream.WriteAsync(Encoding.Latin1.GetBytes(answer(request))).AsTask();

    private static async Task HangAsync(NetworkStream stream, string first)
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(first));
        await stream.ReadExactlyAsync(new byte[1]); // Ends when the client gives up.
    }

    private static string LineOf(string request) => request.Split("\r\n")[0];

    private static string BodyOf(string request) => request.Split("\r\n\r\n", 2)[^1];

    private static string Quote(string text) => JsonSerializer.Serialize(text);
}
