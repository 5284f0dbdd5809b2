using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Esms.Tests.Server;

namespace Esms.Tests.Secrets;

/// <summary>
/// A peer without an HTTP stack, so that it can break every rule of HTTP, and so that no words of a server are taken for the client's.
/// </summary>
internal sealed class RawPeer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<string, NetworkStream, Task> _answer;
    private readonly Task _serving;

    /// <param name="answer">Answers a request, of which it gets every byte, as Latin-1. The connection is closed afterwards.</param>
    public RawPeer(Func<string, NetworkStream, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public RawPeer(Func<string, string> answer)
        : this((request, stream) => stream.WriteAsync(Encoding.Latin1.GetBytes(answer(request))).AsTask()) { }

    public ConcurrentQueue<string> Received { get; } = new();

    public EsmsOptions Options =>
        new()
        {
            ApiKey = Canaries.ApiKey,
            SecretKey = Canaries.SecretKey,
            BaseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}"),
            RetryDelay = TimeSpan.FromMilliseconds(1),
            MaxTries = 2,
        };

    /// <summary>An answer as a server sends it.</summary>
    public static string Http(string body, string status = "200 OK", string headers = "") =>
        FormattableString.Invariant(
            $"HTTP/1.1 {status}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{headers}\r\n{body}"
        );

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_end.Token);
            _ = AnswerAsync(client);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var request = await ReadAsync(stream);
                if (request.Length == 0)
                    return;
                Received.Enqueue(request);
                await _answer(request, stream);
                client.Client.Shutdown(SocketShutdown.Send);
                await stream.ReadExactlyAsync(new byte[1], _end.Token); // Until the client has closed its side too: nothing of the answer is lost then.
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The client has gone, or the test is over.
            }
        }
    }

    private async Task<string> ReadAsync(NetworkStream stream)
    {
        var request = new StringBuilder();
        var buffer = new byte[64 * 1024];
        while (!IsWhole(request.ToString()))
        {
            var count = await stream.ReadAsync(buffer, _end.Token);
            if (count == 0)
                break;
            request.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }
        return request.ToString();
    }

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
            return false;
        var length = request[..end]
            .Split("\r\n")
            .FirstOrDefault(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return length is null || request.Length >= end + 4 + int.Parse(length.Split(':')[1], CultureInfo.InvariantCulture);
    }
}
