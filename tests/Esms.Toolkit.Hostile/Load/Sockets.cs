using System.Net.NetworkInformation;

namespace Esms.Toolkit.Hostile.Load;

/// <summary>Counts the sockets to a port. A connection that is closed and only waits for its time to pass is none any more.</summary>
internal sealed class Sockets(int port)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public int Most { get; private set; }

    public int Count() =>
        IPGlobalProperties
            .GetIPGlobalProperties()
            .GetActiveTcpConnections()
            .Count(connection => connection.RemoteEndPoint.Port == port && connection.State != TcpState.TimeWait);

    /// <summary>
    /// Counts time and again until the work is done, and no longer: the list of connections is large, and memory is measured afterwards.
    /// </summary>
    public async Task<int> WatchAsync(Task<int> work)
    {
        while (await Task.WhenAny(work, Task.Delay(Pause)) != work)
            Most = Math.Max(Most, Count());
        return await work;
    }
}
