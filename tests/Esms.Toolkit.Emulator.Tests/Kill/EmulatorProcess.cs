using System.Diagnostics;
using Esms.Emulator.Tool;

namespace Esms.Emulator.Tests.Kill;

/// <summary>The emulator as a program of its own, which can be killed.</summary>
internal sealed class EmulatorProcess : IDisposable
{
    private readonly Process _process;

    private EmulatorProcess(Process process, EsmsOptions options)
    {
        _process = process;
        Options = options;
    }

    public EsmsOptions Options { get; }

    public static async Task<EmulatorProcess> StartAsync(string dataFile)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[] { typeof(EmulatorProgram).Assembly.Location, "--data", dataFile, "--Balance", "1000000000" })
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line);
            if (line.Contains("Ctrl-C", StringComparison.Ordinal))
                return new EmulatorProcess(process, OptionsOf(lines));
        }
        throw new InvalidOperationException($"The emulator did not start: {string.Join('\n', lines)}");
    }

    /// <summary>SIGKILL: nothing can be put in order any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private static EsmsOptions OptionsOf(List<string> lines) =>
        new()
        {
            BaseAddress = new Uri(lines[0].Split(' ')[^1]),
            ApiKey = lines[1].Split(' ')[^1],
            SecretKey = lines[2].Split(' ')[^1],
            RetryDelay = TimeSpan.Zero,
            MaxTries = 1,
        };
}
