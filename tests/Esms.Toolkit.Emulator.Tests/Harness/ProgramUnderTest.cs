using System.Diagnostics;

namespace Esms.Emulator.Tests.Harness;

/// <summary>A program with an emulator, as a process of its own.</summary>
internal sealed class ProgramUnderTest : IDisposable
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private ProgramUnderTest(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    /// <summary>Where its emulator listens.</summary>
    public Uri Address { get; }

    /// <param name="type">A type of the program.</param>
    /// <param name="shell">What is done first, such as going to another folder.</param>
    /// <param name="environment">Variables to set.</param>
    public static async Task<ProgramUnderTest> StartAsync(Type type, string shell = ":", params (string Name, string Value)[] environment)
    {
        // A step of a script that runs in the background has signals ignored, and so have those that it starts.
        var withSignals = OperatingSystem.IsLinux() ? "env --default-signal" : "";
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"{shell} && exec {withSignals} dotnet '{type.Assembly.Location}'"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        var lines = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line);
            if (line.Contains("http://", StringComparison.Ordinal))
                return new ProgramUnderTest(process, new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..]));
        }
        lines.Add(await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        throw new InvalidOperationException($"The program did not start: {string.Join('\n', lines)}");
    }

    /// <summary>Sends it a signal.</summary>
    /// <returns>How it ended.</returns>
    public async Task<int> SignalAsync(string signal)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -s {signal} {_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(LongestEnd);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
