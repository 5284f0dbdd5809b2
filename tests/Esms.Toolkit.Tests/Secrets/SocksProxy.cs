using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Esms.Tests.Secrets;

/// <summary>A SOCKS 5 proxy that asks for a login and then refuses it.</summary>
internal sealed class SocksProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public SocksProxy()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public ConcurrentQueue<string> Passwords { get; } = new();

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
            _ = RefuseAsync(await _listener.AcceptTcpClientAsync(_end.Token));
    }

    private async Task RefuseAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var greeting = await ReadAsync(stream, 2);
                await ReadAsync(stream, greeting[1]);
                await stream.WriteAsync(new byte[] { 5, 2 }, _end.Token); // By user name and password.
                var user = await ReadAsync(stream, 2);
                await ReadAsync(stream, user[1]);
                var length = await ReadAsync(stream, 1);
                Passwords.Enqueue(Encoding.UTF8.GetString(await ReadAsync(stream, length[0])));
                await stream.WriteAsync(new byte[] { 1, 1 }, _end.Token);
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The client has gone, or the test is over.
            }
        }
    }

    private async Task<byte[]> ReadAsync(NetworkStream stream, int count)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, _end.Token);
        return bytes;
    }
}
