using System.Collections.Concurrent;

namespace Esms.Emulator;

/// <summary>Counts the calls of a second, by the clock on the wall: so fast does a client call, wherever the clock of the emulator is.</summary>
internal sealed class RateWindow
{
    private readonly ConcurrentDictionary<string, (long Second, int Calls)> _windows = new(StringComparer.Ordinal);

    /// <returns>Whether the call is one of those that are allowed.</returns>
    public bool TryPass(string account, int limit)
    {
        var second = Environment.TickCount64 / 1000;
        return _windows.AddOrUpdate(account, (second, 1), (_, window) => window.Second == second ? (second, window.Calls + 1) : (second, 1)).Calls
            <= limit;
    }
}
