using Esms.Dispatching.RabbitMq.Tests.Harness;
using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Worker;

namespace Esms.Dispatching.RabbitMq.Tests;

/// <summary>Readers begin before the first result of a campaign, whatever the clocks say, and end with its last one.</summary>
public sealed class ReadingTests(Broker broker)
{
    [Theory]
    [InlineData(-25)]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(25)]
    public async Task Results_are_read_from_the_first_one_when_the_clock_of_the_enqueuer_is_wrong(double hours)
    {
        await using var desk = await Desk.StartAsync(broker);
        var clock = new SteppedClock();
        await using var watcher = await desk.StartWatcherAsync(clock);
        await using var app = await desk.StartAppAsync();
        await watcher.EnqueueAsync(Campaign.Batch("before", 20));
        await watcher.ResultsAsync("before");

        clock.Step(TimeSpan.FromHours(hours));
        await watcher.EnqueueAsync(Campaign.Batch("after", 20));
        await Eventually.IsTrueAsync(() => desk.Esms.Messages.Count == 40);

        Assert.Equal(20, (await watcher.ResultsAsync("after")).Count);
    }

    /// <summary>The batch that ends first began last: results of the other one come before all that it knows of.</summary>
    [Fact]
    public async Task A_campaign_of_batches_that_overlap_is_read_from_the_one_that_began_first()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        await using var other = await desk.StartWatcherAsync();
        var (isBegun, mayEnd) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slow = watcher.EnqueueAsync(EsmsBatch.Of("spring", SlowAsync()));
        await isBegun.Task;
        await using (var app = await desk.StartAppAsync())
        {
            await Eventually.IsTrueAsync(() => desk.Esms.Messages.Count == 2);
            await watcher.EnqueueAsync(Campaign.Batch("between", 200));
            await watcher.ResultsAsync("between");
        }
        await other.EnqueueAsync(EsmsBatch.Of("spring", [new EsmsBatchRow("last", Campaign.Message(3))]));
        mayEnd.SetResult();
        await slow;

        await other.WaitAsync("spring", static progress => progress is { Total: 3, Accepted: 2 });
        await using var next = await desk.StartAppAsync();

        Assert.Equal(3, (await other.WaitAsync("spring", static progress => progress is { Total: 3, Left: 0 })).Accepted);

        async IAsyncEnumerable<EsmsBatchRow> SlowAsync()
        {
            yield return new EsmsBatchRow("first", Campaign.Message(1));
            yield return new EsmsBatchRow("second", Campaign.Message(2));
            isBegun.SetResult();
            await mayEnd.Task;
        }
    }
}
