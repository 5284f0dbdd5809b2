using Microsoft.AspNetCore.Connections;

namespace Esms.Tests.Server;

/// <summary>Counts the connections of a server, as the server sees them.</summary>
internal sealed class ConnectionCount
{
    private int _open;
    private int _all;

    public int Open => Volatile.Read(ref _open);

    public int All => Volatile.Read(ref _all);

    public ConnectionDelegate Count(ConnectionDelegate next) =>
        async connection =>
        {
            Interlocked.Increment(ref _all);
            Interlocked.Increment(ref _open);
            try
            {
                await next(connection);
            }
            finally
            {
                Interlocked.Decrement(ref _open);
            }
        };
}
