using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Esms.Tests.Secrets;

/// <summary>A proxy that wants a login, and then connects everything to one server.</summary>
internal sealed class TunnelProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly int _server;
    private readonly Task _serving;

    public TunnelProxy(int serverPort)
    {
        _server = serverPort;
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>The logins that were given, as they were sent.</summary>
    public ConcurrentQueue<string> Logins { get; } = new();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

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
            _ = TunnelAsync(await _listener.AcceptTcpClientAsync(_end.Token));
    }

    private async Task TunnelAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                while (await ReadHeadAsync(stream) is { Length: > 0 } head)
                {
                    var login = head.Split("\r\n").FirstOrDefault(static line => line.StartsWith("Proxy-Authorization:", StringComparison.Ordinal));
                    if (login is not null)
                    {
                        Logins.Enqueue(login["Proxy-Authorization: Basic ".Length..]);
                        await JoinAsync(stream);
                        return;
                    }
                    await stream.WriteAsync(
                        "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n"u8.ToArray(),
                        _end.Token
                    );
                }
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // One of the two has gone, or the test is over.
            }
        }
    }

    private async Task JoinAsync(NetworkStream client)
    {
        using var server = new TcpClient();
        await server.ConnectAsync(IPAddress.Loopback, _server, _end.Token);
        await client.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), _end.Token);
        var there = client.CopyToAsync(server.GetStream(), _end.Token);
        var back = server.GetStream().CopyToAsync(client, _end.Token);
        await Task.WhenAny(there, back);
    }

    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _end.Token) == 0)
                return string.Empty;
            head.Append((char)one[0]);
        }
        return head.ToString();
    }
}
