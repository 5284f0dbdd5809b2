using Esms.Dispatching.RabbitMq.Tests.Harness;
using Esms.Dispatching.Worker;
using Esms.Emulator;

namespace Esms.Dispatching.RabbitMq.Tests;

/// <summary>Nothing is sent while the next message would fare as the last one.</summary>
public sealed class PauseTests(Broker broker)
{
    [Fact]
    public async Task An_empty_account_is_waited_for_and_watchers_are_told()
    {
        await using var desk = await Desk.StartAsync(broker, new EsmsEmulatorOptions { Balance = 850 * 10 });
        await using var watcher = await desk.StartWatcherAsync();
        await watcher.EnqueueAsync(Campaign.Batch("poor", 40));
        await using var app = await desk.StartAppAsync(static options => options.MaxInFlight = 4);

        var poor = await watcher.WaitAsync("poor", static progress => progress.Pause is not null);

        Assert.Equal(EsmsResultCode.BalanceTooLow, poor.Pause!.Code);
        // Few have been asked for in vain, and none is lost.
        Assert.InRange(desk.Esms.Requests.Count, 11, 10 + 4);
        await app.StopAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(30u, await desk.CountAsync("work") + await desk.CountAsync("later.2s"));
    }

    [Fact]
    public async Task After_a_pause_one_message_shows_that_the_others_can_go()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        await watcher.EnqueueAsync(Campaign.Batch("keys", 30));
        desk.Esms.AnswerNext("SendCustomerCare", "wrong keys");
        await using var app = await desk.StartAppAsync(static options => options.MaxInFlight = 2);

        var paused = await watcher.WaitAsync("keys", static progress => progress.Pause is not null);
        Assert.Equal(EsmsResultCode.WrongCredentials, paused.Pause!.Code);
        desk.Esms.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(30, (await watcher.ResultsAsync("keys")).Count(static result => result.Outcome == EsmsDispatchOutcome.Accepted));
        Assert.Equal(30, desk.Esms.Messages.Count);
    }

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

    [Fact]
    public async Task Stopped_an_application_leaves_no_message_marked_as_tried()
    {
        await using var desk = await Desk.StartAsync(broker);
        desk.Esms.Faults = new()
        {
            Rules =
            {
                new() { Kind = FaultKind.Latency, Delay = TimeSpan.FromSeconds(0.3) },
            },
        };
        await using var watcher = await desk.StartWatcherAsync();
        await watcher.EnqueueAsync(Campaign.Batch("stopped", 40));
        await using (var app = await desk.StartAppAsync(static options => options.MaxInFlight = 2))
            await watcher.WaitAsync("stopped", static progress => progress.Accepted > 0);

        var sent = desk.Esms.Messages.Count;
        Assert.Equal(40u, await desk.CountAsync("work") + (uint)sent);
        for (var left = 40 - sent; left > 0; left--)
        {
            var message = await desk.TakeAsync("work");
            Assert.False(message.Redelivered);
            Assert.DoesNotContain("tried-since", message.BasicProperties.Headers!.Keys);
        }
    }
}
