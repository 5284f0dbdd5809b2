using Esms.Dispatching.RabbitMq.Tests.Harness;
using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Worker;

namespace Esms.Dispatching.RabbitMq.Tests;

/// <summary>A broker that goes away while messages are enqueued, sent and watched, and comes back.</summary>
public sealed class RestartTests(Broker broker)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_is_lost_and_nothing_is_sent_twice(bool isSudden)
    {
        const int Count = 3000;
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        await using var app = await desk.StartAppAsync();

        var enqueueing = watcher.EnqueueAsync(Campaign.Batch("restart", Count));
        var results = watcher.ResultsAsync("restart");
        await Eventually.IsTrueAsync(() => desk.Esms.Messages.Count >= Count / 20);
        await desk.Server.RestartAsync(isSudden, Cancellation);

        Assert.Equal(new EsmsEnqueued(Count, 0), await enqueueing);
        Assert.Equal(Count, (await results).Count(static result => result.Outcome == EsmsDispatchOutcome.Accepted));
        Assert.Equal(Count, desk.Esms.Messages.Count);
    }
}
