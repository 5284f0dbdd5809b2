using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Esms.Dispatching.RabbitMq.Tests.Harness;

/// <summary>A RabbitMQ server of its own: its ports, its user, its data in a folder that goes with it, and no process that stays behind.</summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    /// <summary>Searched for in all that leaves the process.</summary>
    public const string Password = "canary-broker-password-4d7e";

    public const string Missing = $"This needs a RabbitMQ server: install the package rabbitmq-server, or set {Variable} to its start script.";

    private const string Variable = "ESMS_RABBITMQ_SERVER";
    private const string User = "esms";

    /// <summary>A cold Erlang on a busy machine takes its time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly string _script;
    private readonly string _folder = Directory.CreateTempSubdirectory("esms-rabbitmq-").FullName;
    private readonly int _port = FreePort();
    private readonly int _tlsPort = FreePort();
    private readonly int _distributionPort = FreePort();
    private readonly int _mapperPort = FreePort();

#pragma warning disable CA2213 // They are, by the function that ends a process.
    private Process? _mapper;
    private Process? _server;
#pragma warning restore CA2213

    private RabbitMqServer(string script) => _script = script;

    public Uri Address => new($"amqp://{User}:{Password}@127.0.0.1:{_port}");

    /// <summary>Of a server that was started with a certificate.</summary>
    public Uri TlsAddress => new($"amqps://{User}:{Password}@localhost:{_tlsPort}");

    /// <summary>As it stands on a command line.</summary>
    public string AddressWithoutPassword => $"amqp://{User}@127.0.0.1:{_port}/";

    /// <summary>The start script itself: what Debian puts on the PATH begins as root and goes on as a user whose folders it needs.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return given;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        return folders.Prepend("/usr/lib/rabbitmq/bin").Select(static folder => Path.Combine(folder, "rabbitmq-server")).FirstOrDefault(File.Exists);
    }

    /// <param name="script">What starts it.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <param name="writeCertificates">Writes the certificates of the server into a folder; null for a server without TLS.</param>
    public static async Task<RabbitMqServer> StartAsync(string script, CancellationToken cancellationToken, Action<string>? writeCertificates = null)
    {
        var server = new RabbitMqServer(script);
        try
        {
            var settings = $"default_user = {User}\ndefault_pass = {Password}\n{(writeCertificates is null ? string.Empty : server.TlsSettings)}";
            await File.WriteAllTextAsync(server.InFolder("rabbitmq.conf"), settings, cancellationToken);
            writeCertificates?.Invoke(server._folder);
            // Erlang finds its nodes by this. It would start one that stays.
            server._mapper = server.Begin("epmd");
            await server.StartAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async Task<IConnection> ConnectAsync(CancellationToken cancellationToken) =>
        await new ConnectionFactory { Uri = Address, AutomaticRecoveryEnabled = false }.CreateConnectionAsync(cancellationToken);

    /// <summary>Stops the server as an operator would, or at once, and starts it with the same data.</summary>
    public async Task RestartAsync(bool isSudden, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(Patience);
        if (isSudden)
        {
            await StreamsAreOnDiskAsync(late.Token);
            _server!.Kill();
        }
        else
            using (Process.Start("kill", ["-TERM", _server!.Id.ToString(CultureInfo.InvariantCulture)])) { }
        await _server.WaitForExitAsync(late.Token);
        _server.Dispose();
        await StartAsync(cancellationToken);
    }

    /// <summary>Lets the server be short of memory, or end that.</summary>
    /// <param name="isShort">Whether it is.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task SetShortageAsync(bool isShort, CancellationToken cancellationToken)
    {
        var control = Path.Combine(Path.GetDirectoryName(_script)!, "rabbitmqctl");
        var start = new ProcessStartInfo(control, ["-n", Node, "set_vm_memory_high_watermark", isShort ? "0.00001" : "0.6"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings())
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{await output}{error}");
    }

    /// <summary>
    /// RabbitMQ 3.10 writes some seconds late that it has streams at all. Killed before, it never starts them again: docs/dispatch.md tells users.
    /// </summary>
    private async Task StreamsAreOnDiskAsync(CancellationToken cancellationToken)
    {
        var register = Path.Combine(InFolder("data"), Node, "coordination", Node, "names.dets");
        while (
            !(await File.ReadAllTextAsync(register, Encoding.Latin1, cancellationToken)).Contains(
                "rabbit_stream_coordinator",
                StringComparison.Ordinal
            )
        )
            await Task.Delay(100, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync(_server);
        await EndAsync(_mapper);
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task EndAsync(Process? process)
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process?.Dispose();
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        _server = Begin(_script);
        var began = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = await ConnectAsync(cancellationToken);
                return;
            }
            catch (BrokerUnreachableException exception) when (began.Elapsed < Patience && !_server.HasExited)
            {
                _ = exception;
            }
            await Task.Delay(200, cancellationToken);
        }
    }

    private Process Begin(string program)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings())
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private string Node => $"esms{Text(_port)}@localhost";

    private IEnumerable<(string Name, string Value)> Settings() =>
        [
            ("HOME", _folder),
            ("ERL_EPMD_PORT", Text(_mapperPort)),
            ("ERL_EPMD_ADDRESS", "127.0.0.1"),
            ("RABBITMQ_NODENAME", Node),
            ("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
            ("RABBITMQ_NODE_PORT", Text(_port)),
            ("RABBITMQ_DIST_PORT", Text(_distributionPort)),
            ("RABBITMQ_MNESIA_BASE", InFolder("data")),
            ("RABBITMQ_LOG_BASE", InFolder("log")),
            ("RABBITMQ_ENABLED_PLUGINS_FILE", InFolder("plugins")),
            ("RABBITMQ_CONFIG_FILE", InFolder("rabbitmq.conf")),
            ("RABBITMQ_CONF_ENV_FILE", "/dev/null"),
            // With these the script becomes the server, and leaves no shell between us and it.
            ("RABBITMQ_ALLOW_INPUT", "1"),
            ("RABBITMQ_SERVER_START_ARGS", "-noinput"),
        ];

    /// <summary>Clients must show a certificate of the same authority.</summary>
    private string TlsSettings =>
        $"""
            listeners.ssl.1 = 127.0.0.1:{Text(_tlsPort)}
            ssl_options.cacertfile = {InFolder("authority.pem")}
            ssl_options.certfile = {InFolder("server.pem")}
            ssl_options.keyfile = {InFolder("server.key")}
            ssl_options.verify = verify_peer
            ssl_options.fail_if_no_peer_cert = true

            """;

    private string InFolder(string name) => Path.Combine(_folder, name);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
