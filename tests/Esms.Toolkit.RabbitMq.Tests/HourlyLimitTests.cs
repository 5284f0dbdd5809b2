using Esms.Dispatching.RabbitMq.Tests.Harness;
using Esms.Dispatching.Worker;

namespace Esms.Dispatching.RabbitMq.Tests;

/// <summary>What goes out in an hour: as much as may, and no more.</summary>
public sealed class HourlyLimitTests(Broker broker)
{
    [Fact]
    public async Task A_worker_sends_no_more_in_an_hour_than_it_may()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        await watcher.EnqueueAsync(Campaign.Batch("hour", 25));
        await using var app = await desk.StartAppAsync(static options => options.MaxMessagesPerHour = 20);

        var full = await watcher.WaitAsync("hour", static progress => progress.Pause is not null && progress.Accepted == 20);
        Assert.Null(full.Pause!.Code);
        Assert.Equal(20, desk.Esms.Messages.Count);
        desk.Esms.Clock.Advance(TimeSpan.FromMinutes(62));

        Assert.Equal(25, (await watcher.ResultsAsync("hour")).Count);
        Assert.Equal(25, desk.Esms.Messages.Count);
    }

    /// <summary>Hour after hour, because it takes a moment of the worker's own: one message takes the last place while another one finds none.</summary>
    [Fact]
    public async Task Every_place_of_an_hour_is_used()
    {
        const int PerHour = 8;
        const int Hours = 12;
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        await watcher.EnqueueAsync(Campaign.Batch("hours", PerHour * (Hours + 1)));
        await using var app = await desk.StartAppAsync(static options => (options.MaxMessagesPerHour, options.MaxInFlight) = (PerHour, PerHour));

        for (var hour = 1; hour <= Hours; hour++)
        {
            await watcher.WaitAsync("hours", progress => progress.Pause is not null && progress.Accepted == PerHour * hour);
            desk.Esms.Clock.Advance(TimeSpan.FromMinutes(62));
        }
    }

    [Fact]
    public async Task The_cost_of_an_hour_is_kept_and_what_costs_more_by_itself_is_invalid()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        decimal[] costs = [5000, 600, 600];
        var rows = costs.Select(static (cost, index) => new EsmsBatchRow(index + 1, Campaign.Message(index + 1)) { Cost = cost });
        await watcher.EnqueueAsync(EsmsBatch.Of("dear", rows.ToAsyncEnumerable()));
        await using var app = await desk.StartAppAsync(static options => options.MaxCostPerHour = 1000);

        var full = await watcher.WaitAsync("dear", static progress => progress.Pause is not null && progress.Accepted == 1 && progress.Refused == 1);

        Assert.Equal((3, 1, 600m), (full.Total, full.Left, full.AcceptedCost));
        Assert.Single(desk.Esms.Messages);
    }

    /// <summary>A message that somebody left behind may be new to eSMS.</summary>
    [Fact]
    public async Task What_another_worker_has_left_behind_counts_when_it_goes_out_here()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        await watcher.EnqueueAsync(Campaign.Batch("left behind", 10));
        await desk.DieOverAsync(10);
        await using var app = await desk.StartAppAsync(static options => options.MaxMessagesPerHour = 4);

        await watcher.WaitAsync("left behind", static progress => progress.Pause is not null && progress.Accepted == 4);
        desk.Esms.Clock.Advance(TimeSpan.FromMinutes(62));
        await watcher.WaitAsync("left behind", static progress => progress.Pause is not null && progress.Accepted == 8);
    }

    [Fact]
    public async Task What_was_accepted_before_takes_no_place()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        await using (var first = await desk.StartAppAsync())
        {
            await watcher.EnqueueAsync(Campaign.Batch("known", 10));
            await watcher.ResultsAsync("known");
        }
        await watcher.EnqueueAsync(Campaign.Batch("known", 10).Again(desk.Esms.Clock.GetUtcNow()));
        await watcher.EnqueueAsync(Campaign.Batch("new", 4));

        await using var app = await desk.StartAppAsync(static options => (options.MaxMessagesPerHour, options.MaxInFlight) = (4, 1));

        Assert.Equal(4, (await watcher.ResultsAsync("new")).Count(static result => result.Outcome == EsmsDispatchOutcome.Accepted));
        Assert.Equal(14, desk.Esms.Messages.Count);
    }

    /// <summary>Nobody has said that it may be known: so this send may be what eSMS knows it from, when a handler of the application tries twice.</summary>
    [Fact]
    public async Task What_is_found_to_be_known_takes_a_place_when_nothing_said_so_before()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        await using (var first = await desk.StartAppAsync())
        {
            await watcher.EnqueueAsync(Campaign.Batch("known", 10));
            await watcher.ResultsAsync("known");
        }
        await watcher.EnqueueAsync(Campaign.Batch("known", 10));
        await watcher.EnqueueAsync(Campaign.Batch("new", 4));

        await using var app = await desk.StartAppAsync(static options => (options.MaxMessagesPerHour, options.MaxInFlight) = (4, 1));
        var paused = await watcher.WaitAsync("new", static progress => progress.Pause is not null);

        Assert.Equal((0, 14), (paused.Accepted, desk.Esms.Requests.Count));
    }
}
