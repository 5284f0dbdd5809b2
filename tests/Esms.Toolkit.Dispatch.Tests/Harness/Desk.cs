using Esms.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Esms.Dispatching.Tests.Harness;

/// <summary>An emulator, and a folder for an outbox from which applications send to it.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("esms-dispatch-").FullName;

    private Desk(EsmsEmulator esms) => Esms = esms;

    public EsmsEmulator Esms { get; }

    public EmulatorClock Clock => Esms.Clock;

    public string OutboxPath => Path.Combine(_folder, "outbox.db");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The clock runs as that of the system does, can be moved, and is that of the outboxes too.</summary>
    public static async Task<Desk> StartAsync(EsmsEmulatorOptions? options = null)
    {
        options ??= new EsmsEmulatorOptions();
        options.Clock ??= EmulatorClock.Running();
        return new Desk(await EsmsEmulator.StartAsync(options, Cancellation));
    }

    /// <summary>Starts an application that sends.</summary>
    public async Task<App> StartAppAsync(
        Action<EsmsDispatchOptions>? configure = null,
        Action<EsmsOptions>? account = null,
        ILoggerProvider? log = null,
        DelegatingHandler? handler = null,
        TimeProvider? clock = null
    )
    {
        var builder = Builder(log, clock);
        var http = builder.Services.AddEsms(options =>
        {
            var known = Esms.Options;
            (options.ApiKey, options.SecretKey, options.BaseAddress) = (known.ApiKey, known.SecretKey, known.BaseAddress);
            account?.Invoke(options);
        });
        if (handler is not null)
            http.AddHttpMessageHandler(() => handler);
        builder.Services.AddEsmsDispatch(configure).UseSqlite(OutboxPath);
        return await App.StartAsync(builder.Build());
    }

    /// <summary>Starts an application that only enqueues and watches.</summary>
    public Task<App> StartWatcherAsync()
    {
        var builder = Builder(null);
        builder.Services.AddEsmsDispatch().UseSqlite(OutboxPath).WithoutWorker();
        return App.StartAsync(builder.Build());
    }

    public async ValueTask DisposeAsync()
    {
        await Esms.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private HostApplicationBuilder Builder(ILoggerProvider? log, TimeProvider? clock = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace);
        if (log is not null)
            builder.Logging.AddProvider(log);
        builder.Services.AddSingleton(clock ?? Clock);
        return builder;
    }
}
