using System.Diagnostics;
using System.Threading.Channels;

namespace Esms.Toolkit.Package.Tests.Harness;

/// <summary>A <c>dotnet watch run</c> that goes on until it is disposed.</summary>
internal sealed class Watch : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly List<string> _seen = [];

    private Watch(Process process) => _process = process;

    public static Watch Start(string folder)
    {
        // A restart shows more of a change than a hot reload, which cannot add types to what has run.
        var start = new ProcessStartInfo("dotnet", ["watch", "--non-interactive", "--no-hot-reload", "run"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        var watch = new Watch(new Process { StartInfo = start });
        watch._process.OutputDataReceived += (_, line) => watch._lines.Writer.TryWrite(line.Data ?? "");
        watch._process.ErrorDataReceived += (_, line) => watch._lines.Writer.TryWrite(line.Data ?? "");
        watch._process.Start();
        watch._process.BeginOutputReadLine();
        watch._process.BeginErrorReadLine();
        return watch;
    }

    public async Task WaitForAsync(string line)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            do _seen.Add(await _lines.Reader.ReadAsync(limit.Token));
            while (!_seen[^1].Contains(line, StringComparison.Ordinal));
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"'{line}' was not printed:\n{string.Join('\n', _seen)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
