using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Esms.Cli.Tests.Export.Tools;

/// <summary>A server that is a program of its own; it ends with the test.</summary>
internal sealed class ToolServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private ToolServer(Process process, int port)
    {
        _process = process;
        BaseAddress = new Uri($"http://127.0.0.1:{port}");
    }

    public Uri BaseAddress { get; }

    /// <summary>What it has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <param name="arguments">Made of the port on which it shall listen.</param>
    /// <param name="path">An address that answers, whatever it says, when the server is ready.</param>
    public static async Task<ToolServer> StartAsync(string program, Func<int, IEnumerable<string>> arguments, string folder, string path)
    {
        var port = FreePort();
        var process = new Process { StartInfo = ToolRun.InfoOf(program, arguments(port), folder) };
        var server = new ToolServer(process, port);
        process.OutputDataReceived += server.Keep;
        process.ErrorDataReceived += server.Keep;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await server.WaitAsync(path);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
            _output.AppendLine(line.Data);
    }

    private async Task WaitAsync(string path)
    {
        using var http = new HttpClient();
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(BaseAddress, path), TestContext.Current.CancellationToken);
                return;
            }
            catch (HttpRequestException) when (!_process.HasExited && patience.Elapsed < TimeSpan.FromMinutes(3))
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
            catch (HttpRequestException)
            {
                await DisposeAsync();
                Assert.Fail($"The server did not start:\n{Output}");
            }
        }
    }
}
