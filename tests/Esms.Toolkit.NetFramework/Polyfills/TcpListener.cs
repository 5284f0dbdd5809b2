using System.Net;

namespace Esms.Tests;

/// <summary>A listener that is disposed of, and whose waiting ends.</summary>
internal sealed class TcpListener(IPAddress address, int port) : System.Net.Sockets.TcpListener(address, port), IDisposable
{
    public async Task<System.Net.Sockets.TcpClient> AcceptTcpClientAsync(CancellationToken cancellationToken) =>
        await AcceptTcpClientAsync().WaitAsync(cancellationToken);

    public void Dispose() => Stop();
}
