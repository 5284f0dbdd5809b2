using System.Diagnostics;
using System.Text;

namespace Esms.Cli.Tests;

/// <summary>The built program in a process that a test follows, and ends as it likes.</summary>
internal sealed class RunningEsms : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _error = new();
    private readonly Task _read;
    private readonly Task<string> _output;

    private RunningEsms(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync(Cancellation);
        _read = ReadAsync();
    }

    /// <summary>What it has shown so far.</summary>
    public string Error
    {
        get
        {
            lock (_error)
                return _error.ToString();
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>In the background of a shell Ctrl-C is ignored, which GNU's env mends.</summary>
    public static RunningEsms Start(params IEnumerable<string> arguments)
    {
        var start = EsmsStart.Of(arguments);
        start.ArgumentList.Insert(0, "--default-signal=INT,HUP,TERM");
        start.ArgumentList.Insert(1, start.FileName);
        start.FileName = "env";
        return new RunningEsms(Process.Start(start)!);
    }

    /// <summary>Waits until it has ended, or something has happened.</summary>
    public async Task WaitAsync(Func<bool> condition)
    {
        while (!condition())
        {
            Assert.False(_process.HasExited && _read.IsCompleted && !condition(), $"It ended before that:\n{Error}");
            await Task.Delay(5, Cancellation);
        }
    }

    public Task WaitForAsync(string text) => WaitAsync(() => Error.Contains(text, StringComparison.Ordinal));

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync(Cancellation);
    }

    public async Task<CliResult> EndAsync()
    {
        await _process.WaitForExitAsync(Cancellation);
        await _read;
        return new CliResult(_process.ExitCode, await _output, Error);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new char[1024];
        while (await _process.StandardError.ReadAsync(buffer, Cancellation) is > 0 and var count)
        {
            lock (_error)
                _error.Append(buffer, 0, count);
        }
    }
}
