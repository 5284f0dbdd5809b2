using System.Net.Sockets;

namespace Esms.Tests.Cancelling;

/// <summary>
/// Connections under the HTTP stack of .NET whose waits are numbered: making one, each write, and each read, which brings a few bytes only. A call
/// stays at the wait that a test is about.
/// </summary>
/// <param name="target">The number of that wait.</param>
internal sealed class StoppingWire(int target)
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waits;
    private int _open;

    /// <summary>Completes when the call is at the wait.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Connections that are made, or being made.</summary>
    public int Open => Volatile.Read(ref _open);

    public SocketsHttpHandler CreateHandler() => new() { ConnectCallback = ConnectAsync, UseProxy = false };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _open);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (IsTarget())
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new Connection(this, socket);
        }
        catch
        {
            socket.Dispose();
            Interlocked.Decrement(ref _open);
            throw;
        }
    }

    private bool IsTarget()
    {
        if (Interlocked.Increment(ref _waits) != target + 1)
            return false;
        _reached.SetResult();
        return true;
    }

    /// <summary>One connection.</summary>
    private sealed class Connection(StoppingWire wire, Socket socket) : NetworkStream(socket, ownsSocket: true)
    {
        private const int MostBytes = 32;

        private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await PassAsync();
            return await base.ReadAsync(buffer[..Math.Min(buffer.Length, MostBytes)], cancellationToken);
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await PassAsync();
            await base.WriteAsync(buffer, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            if (_closed.TrySetResult())
                Interlocked.Decrement(ref wire._open);
            base.Dispose(disposing);
        }

        /// <summary>The HTTP stack of .NET cancels what waits at a connection by closing that.</summary>
        private async Task PassAsync()
        {
            if (!wire.IsTarget())
                return;
            await _closed.Task;
            throw new IOException("The connection was closed.");
        }
    }
}
