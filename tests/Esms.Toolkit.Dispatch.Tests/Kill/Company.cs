using System.Diagnostics;

namespace Esms.Dispatching.Tests.Kill;

/// <summary>Other programs that open, read, copy and close an outbox at random, for as long as a campaign runs.</summary>
internal sealed class Company : IAsyncDisposable
{
    private static readonly string[] Reads =
    [
        "sqlite3 '{0}' 'select count(*) from messages'",
        "python3 -c \"import sqlite3; c = sqlite3.connect('{0}'); c.execute('select * from messages limit 50').fetchall(); c.close()\"",
        "sqlite3 '{0}' '.backup {0}.backup'",
        "cp '{0}' '{0}.copy'",
        "head -c 100 '{0}' >/dev/null",
    ];

    private readonly CancellationTokenSource _over = new();
    private readonly Task _work;
    private int _looks;

    public Company(string outbox, int seed) => _work = Task.Run(() => LookAsync(outbox, new Random(seed)));

    /// <summary>How often one of them had the file.</summary>
    public int Looks => Volatile.Read(ref _looks);

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _work;
        _over.Dispose();
    }

    private async Task LookAsync(string outbox, Random dice)
    {
        while (!_over.IsCancellationRequested)
        {
            var read = Reads[dice.Next(Reads.Length)].Replace("{0}", outbox, StringComparison.Ordinal);
            using var process = Process.Start(
                new ProcessStartInfo("sh", ["-c", read]) { RedirectStandardOutput = true, RedirectStandardError = true }
            )!;
            process.OutputDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
            await process.WaitForExitAsync(CancellationToken.None);
            Interlocked.Increment(ref _looks);
            await Task.Delay(dice.Next(200), CancellationToken.None);
        }
    }
}
