using System.Diagnostics;
using System.Globalization;
using Esms.Toolkit.Budgets.Measuring;

namespace Esms.Toolkit.Budgets.Dispatch.SlowDisk;

/// <summary>
/// A web application that enqueues one message in each of many requests, on a disk that takes 8 ms for a sync: what another endpoint of it feels of
/// that, over the same requests when they wait for a timer instead.
/// </summary>
internal static class SlowDiskBudgets
{
    private const int Clients = 100;
    private const int LeastRate = 1500;

    /// <summary>Each client begins a request so often, if the one before has ended: 2,000 requests a second in all.</summary>
    private static readonly TimeSpan BetweenRequests = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    private static int _number;

    public static async Task MeasureAsync(Ledger ledger)
    {
        if (!OperatingSystem.IsLinux())
        {
            ledger.Note($"enqueue: skipped. A disk can be made slow on Linux only.");
            return;
        }
        var folder = Directory.CreateTempSubdirectory("esms-budget-");
        var library = await CompileAsync(folder);
        using (var server = await EnqueueServer.StartAsync(library))
        {
            await LoadAsync(server.Address, "/enqueue");
            var slowest = 0.0;
            ledger.AddTiming(
                "enqueue.other-endpoint-vs-timer",
                2,
                () => RatioAsync(ledger, server.Address, rate => slowest = rate).GetAwaiter().GetResult()
            );
            ledger.Add("enqueue.time-per-message-vs-limit", LeastRate / slowest, 1);
        }
        folder.Delete(recursive: true);
    }

    private static async Task<double> RatioAsync(Ledger ledger, Uri server, Action<double> setRate)
    {
        var (waiting, _) = await LoadAsync(server, "/wait");
        var (enqueueing, rate) = await LoadAsync(server, "/enqueue");
        setRate(rate);
        ledger.Note($"enqueue: {rate:0} messages a second; another endpoint takes {enqueueing:0.00} ms (p50), and {waiting:0.00} ms beside timers");
        return enqueueing / waiting;
    }

    /// <returns>What another endpoint takes meanwhile in milliseconds (p50), and how many requests were answered in a second.</returns>
    private static async Task<(double Other, double Rate)> LoadAsync(Uri server, string path)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients + 1 }) { BaseAddress = server };
        using var over = new CancellationTokenSource(Duration);
        var began = Stopwatch.GetTimestamp();
#pragma warning disable CA2025 // All clients have ended below, before the connections are disposed.
        var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(() => RequestAsync(http, path, over.Token))).ToList();
#pragma warning restore CA2025
        var others = new List<double>();
        while (!over.IsCancellationRequested)
        {
            var start = Stopwatch.GetTimestamp();
            using (await http.GetAsync(new Uri("/other", UriKind.Relative)))
                others.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await Task.Delay(2);
        }
        var answered = (await Task.WhenAll(clients)).Sum();
        return (SideBySide.MedianOf(others), answered / Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    private static async Task<int> RequestAsync(HttpClient http, string path, CancellationToken over)
    {
        var answered = 0;
        using var timer = new PeriodicTimer(BetweenRequests);
        for (; !over.IsCancellationRequested; answered++)
        {
            var number = Interlocked.Increment(ref _number).ToString(CultureInfo.InvariantCulture);
            using var answer = await http.PostAsync(new Uri($"{path}?{number}", UriKind.Relative), null, CancellationToken.None);
            answer.EnsureSuccessStatusCode();
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
        return answered;
    }

    private static async Task<string> CompileAsync(DirectoryInfo folder)
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Dispatch", "SlowDisk", "slow_sync.c");
        var library = Path.Combine(folder.FullName, "slow_sync.so");
        using var compiler = Process.Start("cc", ["-shared", "-fPIC", "-o", library, source, "-ldl"]);
        await compiler.WaitForExitAsync();
        return compiler.ExitCode == 0 ? library : throw new InvalidOperationException("The slow disk could not be compiled.");
    }
}
