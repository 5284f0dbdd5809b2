using System.Diagnostics;

namespace Esms.Toolkit.Fuzz;

/// <summary>Sees to it that no contract takes long.</summary>
internal sealed class Watchdog : IDisposable
{
    private static readonly TimeSpan TooSlow = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hanging = TimeSpan.FromMinutes(1);

    private readonly Timer _timer;
    private readonly Action<string> _onHang;
    private long _started;
    private volatile string? _contract;

    /// <param name="onHang">Called, from another thread, with a contract that does not end.</param>
    public Watchdog(Action<string> onHang)
    {
        _onHang = onHang;
        _timer = new Timer(_ => Look(), null, Hanging, Hanging / 10);
    }

    /// <summary>Does something with a contract.</summary>
    /// <returns>What came of it, and a complaint when it took long every time: a machine that is busy just now is none.</returns>
    public (T Result, string? Complaint) Run<T>(string contract, Func<T> action)
    {
        for (var attempt = 1; ; attempt++)
        {
            Volatile.Write(ref _started, Stopwatch.GetTimestamp());
            _contract = contract;
            var result = action();
            var elapsed = Stopwatch.GetElapsedTime(_started);
            _contract = null;
            if (elapsed < TooSlow)
                return (result, null);
            if (attempt == 3)
                return (result, $"Slow: it took {elapsed.TotalSeconds:0.0} seconds, three times over");
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        if (_contract is { } contract && Stopwatch.GetElapsedTime(Volatile.Read(ref _started)) > Hanging)
            _onHang(contract);
    }
}
