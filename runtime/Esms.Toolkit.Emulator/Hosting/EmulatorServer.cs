using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Esms.Emulator;

/// <summary>
/// The web server of an emulator, without a host. A host would read the configuration, the environment, the content root and the signals of the
/// program around it, and would be taken for that program's own by what looks for one, as WebApplicationFactory does.
/// </summary>
internal sealed class EmulatorServer : IAsyncDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(2);

    private readonly EmulatorLifetime _lifetime = new();
    private readonly ServiceProvider _services;
    private readonly KestrelServer _server;
    private readonly EmulatorPump _pump;
    private int _isDisposed;

    /// <param name="port">The port on the loopback interface; 0 takes a free one.</param>
    public EmulatorServer(EmulatorEngine engine, int port)
    {
        _services = ServicesOf(engine, _lifetime);
        _pump = new EmulatorPump(engine);
        var options = new KestrelServerOptions { ApplicationServices = _services, AddServerHeader = false };
        options.Limits.MaxRequestBodySize = null; // The emulator has a limit of its own, and answers as it does elsewhere.
        options.Listen(IPAddress.Loopback, port);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        _server = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
    }

    public Uri Address => new(_server.Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>The loops of the server outlive the call that starts it, so they get nothing of its context: no activity, request or transaction.</summary>
    public Task StartAsync(CancellationToken cancellation)
    {
        if (ExecutionContext.IsFlowSuppressed())
            return Task.Run(() => RunAsync(cancellation), cancellation);
        using (ExecutionContext.SuppressFlow())
            return Task.Run(() => RunAsync(cancellation), cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
            return;
        _lifetime.StopApplication();
        using var limit = new CancellationTokenSource(LongestStop);
        await _pump.StopAsync(limit.Token).ConfigureAwait(false);
        await _server.StopAsync(limit.Token).ConfigureAwait(false);
        _server.Dispose();
        _pump.Dispose();
        await _services.DisposeAsync().ConfigureAwait(false);
        _lifetime.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellation)
    {
        await _server.StartAsync(new EmulatorApplication(PipelineOf(_services), _services), cancellation).ConfigureAwait(false);
        await _pump.StartAsync(cancellation).ConfigureAwait(false);
    }

    private static ServiceProvider ServicesOf(EmulatorEngine engine, EmulatorLifetime lifetime)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddMetrics().AddRouting();
        services.AddSingleton<IHttpContextFactory, DefaultHttpContextFactory>();
        services.AddSingleton<IHostApplicationLifetime>(lifetime);
        services.AddSingleton(engine); // An instance, which the container does not dispose of.
        // Not the one that telemetry of the program listens to: these requests are none of its own.
        services.AddSingleton(static _ => new DiagnosticListener("Esms.Emulator"));
        services.AddSingleton<DiagnosticSource>(static provider => provider.GetRequiredService<DiagnosticListener>());
        return services.BuildServiceProvider();
    }

    private static RequestDelegate PipelineOf(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseRouting();
        app.UseEndpoints(static endpoints => endpoints.MapEsmsEmulator());
        return app.Build();
    }
}
