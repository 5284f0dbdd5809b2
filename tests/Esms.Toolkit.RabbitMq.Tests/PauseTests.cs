using Esms.Dispatching.RabbitMq.Tests.Harness;
using Esms.Dispatching.Tests.Harness;
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
        await Eventually.IsTrueAsync(async () => await desk.CountAsync("work") == 30);
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

        await NoneIsMarkedAsync(desk, 40 - desk.Esms.Messages.Count);
    }

    [Fact]
    public async Task In_a_pause_no_message_is_marked_as_tried()
    {
        await using var desk = await Desk.StartAsync(broker, new EsmsEmulatorOptions { Balance = 850 * 50 });
        await using var watcher = await desk.StartWatcherAsync();
        await watcher.EnqueueAsync(Campaign.Batch("waiting", 200));
        await using (var app = await desk.StartAppAsync())
            await watcher.WaitAsync("waiting", static progress => progress.Pause is not null);

        await Eventually.IsTrueAsync(async () => await desk.CountAsync("work") == 150);
        await NoneIsMarkedAsync(desk, 150);
    }

    /// <summary>A day later a message that may have been tried could not be sent any more.</summary>
    private static async Task NoneIsMarkedAsync(Desk desk, int count)
    {
        Assert.Equal((uint)count, await desk.CountAsync("work"));
        for (; count > 0; count--)
        {
            var message = await desk.TakeAsync("work");
            Assert.False(message.Redelivered);
            Assert.DoesNotContain("tried-since", message.BasicProperties.Headers!.Keys);
            Assert.DoesNotContain("copy-since", message.BasicProperties.Headers!.Keys);
        }
    }
}
