using System.Diagnostics;
using System.Text;

namespace Esms.Cli.Tests;

/// <summary>The built program at a terminal of its own, and a script that types. <c>script</c> of util-linux makes the terminal.</summary>
internal sealed class PseudoTerminal : IAsyncDisposable
{
    /// <summary>Less than the two minutes that Ctrl-C waits for what is under way: at a question, nothing is.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1.5);

    private readonly Process _process;
    private readonly StringBuilder _screen = new();
    private readonly Task _read;
    private string _typed = string.Empty;

    private PseudoTerminal(Process process)
    {
        _process = process;
        _read = ReadAsync();
    }

    public static bool IsThere { get; } = OperatingSystem.IsLinux() && File.Exists("/usr/bin/script");

    /// <summary>All that was shown so far.</summary>
    public string Screen
    {
        get
        {
            lock (_screen)
                return _screen.ToString();
        }
    }

    /// <param name="arguments">The command line.</param>
    /// <param name="columns">How wide the terminal is.</param>
    /// <param name="environment">Variables to set.</param>
    public static PseudoTerminal Start(IEnumerable<string> arguments, int columns = 200, params (string Name, string? Value)[] environment)
    {
        var start = EsmsStart.Of([], environment);
        // In the background of a shell Ctrl-C is ignored, and so it would be by all processes that are started there. Only GNU's env can mend that.
        start.FileName = "env";
        start.ArgumentList.Clear();
        var line = string.Join(' ', arguments.Prepend(EsmsStart.Assembly).Prepend("dotnet").Select(static word => $"'{word}'"));
        // The first line of what is shown is not the program's: script says there that it has started, unless it is told to be quiet.
        foreach (var argument in (string[])["--default-signal=INT", "/usr/bin/script", "-qefc", $"stty cols {columns}; exec {line}", "/dev/null"])
            start.ArgumentList.Add(argument);
        // A process takes half the time to start when it compiles less carefully.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["TERM"] = "xterm";
        return new PseudoTerminal(Process.Start(start)!);
    }

    /// <summary>Types; <c>\u0003</c> is Ctrl-C.</summary>
    public async Task TypeAsync(string keys)
    {
        _typed += keys;
        try
        {
            await _process.StandardInput.WriteAsync(keys);
            await _process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // It ended before the person had typed.
        }
    }

    /// <summary>Waits until something is shown, or the program has ended.</summary>
    /// <returns>Whether it was shown.</returns>
    public async Task<bool> WaitAsync(Func<string, bool> condition)
    {
        var start = Stopwatch.GetTimestamp();
        while (!condition(Screen))
        {
            if (_read.IsCompleted)
                return condition(Screen);
            Assert.True(
                Stopwatch.GetElapsedTime(start) < Patience,
                $"What was waited for was not shown; {_typed.Replace("\r", "⏎", StringComparison.Ordinal).Replace("\u0003", "^C", StringComparison.Ordinal)} was typed:\n{Screen}"
            );
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
        return true;
    }

    /// <summary>Kills the program, as a power failure would.</summary>
    public async Task KillAsync()
    {
        using (var kill = Process.Start("pkill", ["-KILL", "-P", $"{_process.Id}"]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        await WaitAsync(static _ => false);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new char[4096];
        while (await _process.StandardOutput.ReadAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var count)
        {
            lock (_screen)
                _screen.Append(buffer, 0, count);
        }
    }
}
