using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Esms.Dispatching.Tests.Harness;

/// <summary>An application with an outbox.</summary>
internal sealed class App : IAsyncDisposable
{
    private readonly IHost _host;

    private App(IHost host) => _host = host;

    public IEsmsDispatcher Dispatcher => _host.Services.GetRequiredService<IEsmsDispatcher>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<App> StartAsync(IHost host)
    {
        await host.StartAsync(Cancellation);
        return new App(host);
    }

    public Task<EsmsEnqueued> EnqueueAsync(EsmsBatch batch) => Dispatcher.EnqueueAsync(batch, Cancellation);

    public Task<EsmsEnqueued> EnqueueAsync(string campaign, params IEnumerable<IEsmsKeyedRequest> requests) =>
        EnqueueAsync(EsmsBatch.Of(campaign, requests));

    /// <summary>Waits until all have their outcome.</summary>
    public async Task<List<EsmsDispatchResult>> ResultsAsync(string campaign) =>
        await Dispatcher.ReadResultsAsync(campaign, Cancellation).ToListAsync(Cancellation);

    /// <summary>Waits until the campaign is as it should be.</summary>
    public async Task<EsmsCampaignProgress> WaitAsync(string campaign, Func<EsmsCampaignProgress, bool> condition) =>
        await Dispatcher.WatchAsync(campaign, Cancellation).FirstAsync(condition, Cancellation);

    /// <summary>How the campaign is now.</summary>
    public Task<EsmsCampaignProgress> ProgressAsync(string campaign) => WaitAsync(campaign, static _ => true);

    /// <summary>Stops as an application does.</summary>
    /// <param name="within">How long the host waits.</param>
    public async Task StopAsync(TimeSpan within)
    {
        using var late = new CancellationTokenSource(within);
        await _host.StopAsync(late.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.FromSeconds(5));
        _host.Dispose();
    }
}
