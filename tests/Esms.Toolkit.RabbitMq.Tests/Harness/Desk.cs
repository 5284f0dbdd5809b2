using Esms.Dispatching.Tests.Harness;
using Esms.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace Esms.Dispatching.RabbitMq.Tests.Harness;

/// <summary>An emulator, and an outbox on the broker from which applications send to it.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Desk(RabbitMqServer server, EsmsEmulator esms) => (Server, Esms) = (server, esms);

    public RabbitMqServer Server { get; }

    public EsmsEmulator Esms { get; }

    /// <summary>Each test has queues of its own.</summary>
    public string Name { get; } = $"test-{Guid.NewGuid():N}";

    /// <summary>The outbox as the worker process takes it.</summary>
    public string Place => $"{Server.Address}#{Name}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The clock runs as that of the system does, can be moved, and is that of the applications too.</summary>
    public static async Task<Desk> StartAsync(Broker broker, EsmsEmulatorOptions? options = null)
    {
        options ??= new EsmsEmulatorOptions();
        options.Clock ??= EmulatorClock.Running();
        return new Desk(broker.Server, await EsmsEmulator.StartAsync(options, Cancellation));
    }

    /// <summary>Starts an application that sends.</summary>
    public Task<App> StartAppAsync(
        Action<EsmsDispatchOptions>? configure = null,
        ILoggerProvider? log = null,
        Action<EsmsOptions>? account = null,
        TimeProvider? clock = null,
        Uri? server = null
    )
    {
        var builder = Builder(log, clock);
        builder.Services.AddEsms(options =>
        {
            var known = Esms.Options;
            (options.ApiKey, options.SecretKey, options.BaseAddress) = (known.ApiKey, known.SecretKey, known.BaseAddress);
            account?.Invoke(options);
        });
        builder.Services.AddEsmsDispatch(configure).UseRabbitMq(server ?? Server.Address, Name);
        return App.StartAsync(builder.Build());
    }

    /// <summary>Starts an application that only enqueues and watches.</summary>
    /// <param name="clock">Its clock; null for that of the emulator.</param>
    /// <param name="log">Takes what it logs.</param>
    public Task<App> StartWatcherAsync(TimeProvider? clock = null, ILoggerProvider? log = null)
    {
        var builder = Builder(log, clock);
        builder.Services.AddEsmsDispatch().UseRabbitMq(Server.Address, Name).WithoutWorker();
        return App.StartAsync(builder.Build());
    }

    /// <summary>Does something on a channel, past the toolkit.</summary>
    public async Task<T> AskBrokerAsync<T>(Func<IChannel, Task<T>> ask)
    {
        await using var connection = await Server.ConnectAsync(Cancellation);
        var options = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        await using var channel = await connection.CreateChannelAsync(options, Cancellation);
        return await ask(channel);
    }

    /// <summary>How many messages are ready in a queue.</summary>
    public Task<uint> CountAsync(string queue) => AskBrokerAsync(channel => channel.MessageCountAsync($"{Name}.{queue}", Cancellation));

    /// <summary>Waits for the next message of a queue, and takes it.</summary>
    public Task<BasicGetResult> TakeAsync(string queue) =>
        AskBrokerAsync(async channel =>
        {
            using var late = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            late.CancelAfter(Patience);
            while (true)
            {
                if (await channel.BasicGetAsync($"{Name}.{queue}", autoAck: true, Cancellation) is { } message)
                    return message;
                await Task.Delay(100, late.Token);
            }
        });

    /// <summary>Takes messages, and leaves without an acknowledgement, as a process does that is killed.</summary>
    public Task DieOverAsync(int count) =>
        AskBrokerAsync(async channel =>
        {
            for (var i = 0; i < count; i++)
                Assert.NotNull(await channel.BasicGetAsync($"{Name}.work", autoAck: false, Cancellation));
            return count;
        });

    public async ValueTask DisposeAsync()
    {
        await Esms.DisposeAsync();
        foreach (var queue in (string[])["work", "later.2s", "later.15s", "later.60s", "dead", "results", "campaigns"])
            await AskBrokerAsync(channel => channel.QueueDeleteAsync($"{Name}.{queue}"));
    }

    private HostApplicationBuilder Builder(ILoggerProvider? log, TimeProvider? clock = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace);
        if (log is not null)
            builder.Logging.AddProvider(log);
        builder.Services.AddSingleton(clock ?? Esms.Clock);
        return builder;
    }
}
