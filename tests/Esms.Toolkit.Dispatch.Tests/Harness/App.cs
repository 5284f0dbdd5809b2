using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Esms.Dispatching.Tests.Harness;

/// <summary>An application with an outbox.</summary>
internal sealed class App : IAsyncDisposable
{
    /// <summary>Much more than anything here takes. A test that waits in vain is to fail by itself, and say for what it waited.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly IHost _host;

    private App(IHost host) => _host = host;

    public IEsmsDispatcher Dispatcher => _host.Services.GetRequiredService<IEsmsDispatcher>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<App> StartAsync(IHost host)
    {
        await host.StartAsync(Cancellation);
        return new App(host);
    }

    public async Task<EsmsEnqueued> EnqueueAsync(EsmsBatch batch)
    {
        using var late = Late();
        return await Dispatcher.EnqueueAsync(batch, late.Token);
    }

    public Task<EsmsEnqueued> EnqueueAsync(string campaign, params IEnumerable<IEsmsKeyedRequest> requests) =>
        EnqueueAsync(EsmsBatch.Of(campaign, requests));

    /// <summary>Waits until all have their outcome.</summary>
    public async Task<List<EsmsDispatchResult>> ResultsAsync(string campaign)
    {
        var results = new List<EsmsDispatchResult>();
        using var late = Late();
        try
        {
            await foreach (var result in Dispatcher.ReadResultsAsync(campaign, late.Token))
                results.Add(result);
            return results;
        }
        catch (OperationCanceledException) when (!Cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"The campaign did not come to its end, but to {results.Count} results.");
        }
    }

    /// <summary>Waits until the campaign is as it should be.</summary>
    public async Task<EsmsCampaignProgress> WaitAsync(string campaign, Func<EsmsCampaignProgress, bool> condition)
    {
        EsmsCampaignProgress? last = null;
        using var late = Late();
        try
        {
            await foreach (var progress in Dispatcher.WatchAsync(campaign, late.Token))
            {
                if (condition(last = progress))
                    return progress;
            }
        }
        catch (OperationCanceledException) when (!Cancellation.IsCancellationRequested)
        {
            // Told below, with how far it came.
        }
        throw new TimeoutException($"The campaign did not come to what was waited for, but to {last}.");
    }

    /// <summary>How the campaign is now.</summary>
    public Task<EsmsCampaignProgress> ProgressAsync(string campaign) => WaitAsync(campaign, static _ => true);

    private static CancellationTokenSource Late()
    {
        var late = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        late.CancelAfter(Patience);
        return late;
    }

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
