using System.Diagnostics;
using Esms.Dispatching.Worker;

namespace Esms.Dispatching.Tests.Kill;

/// <summary>An application with an outbox as a process of its own, which can be killed.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts one that sends; it does when this returns.</summary>
    public static async Task<WorkerProcess> StartAsync(string outbox, string place, Uri emulator, params IEnumerable<string> options)
    {
        var worker = Start(["send", outbox, place, emulator.AbsoluteUri, .. options]);
        Assert.Equal("sends", await worker._process.StandardOutput.ReadLineAsync(Cancellation));
        return worker;
    }

    /// <summary>Lets one fill an outbox.</summary>
    /// <returns>How many bytes of memory it had at most.</returns>
    public static async Task<long> EnqueueAsync(string outbox, string place, int count)
    {
        using var worker = StartEnqueueing(outbox, place, count);
        var printed = await worker._process.StandardOutput.ReadToEndAsync(Cancellation);
        await worker._process.WaitForExitAsync(Cancellation);
        return long.Parse(printed, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Starts one that fills an outbox.</summary>
    public static WorkerProcess StartEnqueueing(string outbox, string place, int count) => Start(["enqueue", outbox, place, $"{count}"]);

    /// <summary>SIGKILL: nothing can be put in order any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(Cancellation);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private static WorkerProcess Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Campaign).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        return new WorkerProcess(Process.Start(start)!);
    }
}
