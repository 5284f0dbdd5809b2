using System.Diagnostics;
using Esms.Dispatching.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Esms.Cli;

/// <summary>The outbox that messages wait in, and the worker that sends from it.</summary>
internal sealed class Outbox : IAsyncDisposable
{
    /// <summary>How long outcomes that are there may take to be written, when nothing is in flight any more.</summary>
    private static readonly TimeSpan ToWrite = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(0.1);

    private readonly ServiceProvider _services;
    private readonly IHostedService _worker;
    private readonly TimeSpan _patience;

    private Outbox(ServiceProvider services, TimeSpan patience)
    {
        (_services, _patience) = (services, patience);
        _worker = services.GetRequiredService<IHostedService>();
        Dispatcher = services.GetRequiredService<IEsmsDispatcher>();
    }

    public IEsmsDispatcher Dispatcher { get; }

    /// <summary>How many messages this process has in flight.</summary>
    public int InFlight => _worker is SqliteWorker worker ? worker.InFlight : 0;

    /// <param name="account">Who sends.</param>
    /// <param name="operations">What can be sent, beside the operations of eSMS.</param>
    /// <param name="maxInFlight">How many messages are under way at once.</param>
    /// <param name="use">Says where the outbox is.</param>
    /// <param name="log">Creates what takes the log of the worker.</param>
    /// <exception cref="UsageException">An option is out of range.</exception>
    public static Outbox Open(
        EsmsOptions account,
        IEnumerable<Operation> operations,
        int maxInFlight,
        Action<EsmsDispatchBuilder> use,
        Func<ILoggerProvider> log
    )
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(log()));
        services.AddSingleton(_ => Service.Connect(account, handler: null));
        // The operations of contracts of the user's are no others: each request travels as its contract says.
        use(
            services
                .AddEsmsDispatch(options => options.MaxInFlight = maxInFlight)
                .AddOperations(operations.Select(static operation => new CallEndpoint(operation)))
        );
        return new Outbox(services.BuildServiceProvider(), account.Timeout);
    }

    /// <summary>The same for who leaves the sending to others, and needs no account.</summary>
    /// <param name="use">Says where the outbox is.</param>
    public static Outbox OpenWithoutWorker(Action<EsmsDispatchBuilder> use)
    {
        var services = new ServiceCollection();
        use(services.AddEsmsDispatch());
        return new Outbox(services.BuildServiceProvider(), TimeSpan.Zero);
    }

    /// <summary>Begins to send.</summary>
    public Task StartAsync() => _worker.StartAsync(CancellationToken.None);

    /// <summary>Sends nothing more, and waits for the responses to what is in flight.</summary>
    public async Task StopAsync()
    {
        using var patience = new CancellationTokenSource(_patience);
        var stop = _worker.StopAsync(patience.Token);
        if (_worker is SqliteWorker)
            await WaitAsync(stop, patience).ConfigureAwait(false);
        await stop.ConfigureAwait(false);
    }

    /// <summary>What cannot be written must not be waited for: the next start settles it.</summary>
    private async Task WaitAsync(Task stop, CancellationTokenSource patience)
    {
        var lastInFlight = Stopwatch.GetTimestamp();
        while (await Task.WhenAny(stop, Task.Delay(BetweenLooks)).ConfigureAwait(false) != stop)
        {
            if (InFlight > 0)
                lastInFlight = Stopwatch.GetTimestamp();
            else if (Stopwatch.GetElapsedTime(lastInFlight) > ToWrite)
                await patience.CancelAsync().ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
