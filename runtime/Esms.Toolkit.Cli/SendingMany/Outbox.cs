using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Esms.Cli;

/// <summary>The outbox that messages wait in, and the worker that sends from it.</summary>
internal sealed class Outbox : IAsyncDisposable
{
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

    /// <param name="account">Who sends.</param>
    /// <param name="operations">What can be sent, beside the operations of eSMS.</param>
    /// <param name="maxInFlight">How many messages are under way at once.</param>
    /// <param name="use">Says where the outbox is.</param>
    /// <param name="log">Where the worker tells what happens to it; null when somebody watches the campaign.</param>
    /// <exception cref="UsageException">An option is out of range.</exception>
    public static Outbox Open(
        EsmsOptions account,
        IEnumerable<Operation> operations,
        int maxInFlight,
        Action<EsmsDispatchBuilder> use,
        TextWriter? log = null
    )
    {
        var services = new ServiceCollection();
        services.AddLogging(logging =>
        {
            if (log is not null)
                logging.AddProvider(new TextLog(log));
        });
        services.AddSingleton(_ => Service.Connect(account, handler: null));
        // The operations of contracts of the user's are no others: each request travels as its contract says.
        use(
            services
                .AddEsmsDispatch(options => options.MaxInFlight = maxInFlight)
                .AddOperations(operations.Select(static operation => new CallEndpoint(operation)))
        );
        return new Outbox(services.BuildServiceProvider(), account.Timeout);
    }

    /// <summary>Begins to send.</summary>
    public Task StartAsync() => _worker.StartAsync(CancellationToken.None);

    /// <summary>Sends nothing more, and waits for the answers to what is under way.</summary>
    public async Task StopAsync()
    {
        using var patience = new CancellationTokenSource(_patience);
        await _worker.StopAsync(patience.Token).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
