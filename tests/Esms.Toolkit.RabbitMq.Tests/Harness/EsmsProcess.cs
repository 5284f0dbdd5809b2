using System.Diagnostics;
using System.Text;
using Esms.Cli.Tests;
using Esms.Dispatching.Tests.Harness;

namespace Esms.Dispatching.RabbitMq.Tests.Harness;

/// <summary>The command <c>esms</c> as a process, from where it was built.</summary>
internal sealed class EsmsProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task _told;
    private readonly StringBuilder _error = new();

    private EsmsProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync(Cancellation);
        _told = ListenAsync();
    }

    /// <summary>What it has told so far.</summary>
    public string Error
    {
        get
        {
            lock (_error)
                return _error.ToString();
        }
    }

    public int ExitCode => _process.ExitCode;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts a worker with the keys of the emulator, which takes from the outbox of the desk.</summary>
    public static EsmsProcess StartWorker(Desk desk) => StartWorker(desk, desk.Server.AddressWithoutPassword, RabbitMqServer.Password);

    public static EsmsProcess StartWorker(Desk desk, string address, string? password)
    {
        var options = desk.Esms.Options;
        string[] arguments = ["worker", address, "--name", desk.Name, "--in-flight", "4", "--base-address", options.BaseAddress!.AbsoluteUri];
        return Start(arguments, ("ESMS_API_KEY", options.ApiKey), ("ESMS_SECRET_KEY", options.SecretKey), ("ESMS_AMQP_PASSWORD", password));
    }

    /// <summary>Starts a process that knows nothing but what it is given.</summary>
    public static EsmsProcess Start(IEnumerable<string> arguments, params IEnumerable<(string Name, string? Value)> environment)
    {
        var start = EsmsStart.Of(arguments, environment);
        // In the background of a shell Ctrl-C is ignored, and so it would be by all processes that are started there. Only GNU's env can mend that.
        if (OperatingSystem.IsLinux())
        {
            start.ArgumentList.Insert(0, "--default-signal=INT");
            start.ArgumentList.Insert(1, start.FileName);
            start.FileName = "env";
        }
        return new EsmsProcess(Process.Start(start)!);
    }

    /// <summary>Waits until it has told something.</summary>
    public async Task WaitForAsync(string text)
    {
        await Eventually.IsTrueAsync(() => _told.IsCompleted || Error.Contains(text, StringComparison.Ordinal));
        Assert.Contains(text, Error, StringComparison.Ordinal);
    }

    /// <summary>Ctrl-C.</summary>
    public async Task InterruptAsync()
    {
        using var interrupt = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        await interrupt.WaitForExitAsync(Cancellation);
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>What it has printed.</returns>
    public async Task<string> EndAsync(int exitCode)
    {
        await Eventually.IsTrueAsync(() => _process.HasExited);
        await _told;
        Assert.True(exitCode == ExitCode, $"It ended with {ExitCode} and not with {exitCode}:\n{Error}");
        return await _output;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private async Task ListenAsync()
    {
        while (await _process.StandardError.ReadLineAsync(Cancellation) is { } line)
        {
            lock (_error)
                _error.Append(line).Append('\n');
        }
    }
}
