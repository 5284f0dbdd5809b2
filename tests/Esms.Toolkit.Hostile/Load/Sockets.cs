using System.Net.NetworkInformation;

namespace Esms.Toolkit.Hostile.Load;

/// <summary>Counts the sockets to a port, time and again. A connection that is closed and only waits for its time to pass is none any more.</summary>
internal sealed class Sockets : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly int _port;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _watch;

    public Sockets(int port)
    {
        _port = port;
        _watch = WatchAsync();
    }

    public int Most { get; private set; }

    public int Count() => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
        .Count(connection => connection.RemoteEndPoint.Port == _port && connection.State != TcpState.TimeWait);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watch;
        _end.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            await Task.Delay(Pause, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Most = Math.Max(Most, Count());
        }
    }
}
