using Esms.Dispatching.RabbitMq.Tests.Harness;
using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Tests.Kill;
using Esms.Dispatching.Worker;

namespace Esms.Dispatching.RabbitMq.Tests.Kill;

/// <summary>Processes that are killed at any moment, and a broker that goes away: every message is sent once, and has its result.</summary>
public sealed class KillTests(Broker broker, ITestOutputHelper output)
{
    private const int Seed = 20261127;

    [Fact]
    public async Task Fifty_thousand_messages_are_each_accepted_once_whatever_the_clocks_do()
    {
        var run = new KillRun(50_000, Kills: 20, Restarts: 2, Seed);

        var tally = await run.RunAsync(broker, "--steps", $"{Seed}");

        output.WriteLine($"{run}: {tally}");
        Assert.Equal((50_000, 50_000, 0, 0), (tally.Rows, tally.Accepted, tally.SentTwice, tally.Wrong));
        // Or no answer would have been lost, and no process killed at work.
        Assert.True(tally.AlreadyAccepted > 400, $"{tally}");
    }

    [Fact]
    public async Task With_another_id_in_each_try_messages_are_sent_twice_and_this_test_sees_it()
    {
        var tally = await new KillRun(2_000, Kills: 2, Restarts: 0, Seed).RunAsync(broker, "--new-id-per-try");

        output.WriteLine($"{tally}");
        Assert.True(tally.SentTwice > 10, $"{tally}");
    }

    [Fact]
    public async Task A_batch_whose_enqueuer_was_killed_is_enqueued_again_and_sent_once()
    {
        const int Count = 5_000;
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        await watcher.EnqueueAsync(Campaign.Batch("other", 1));
        using (var enqueuer = WorkerProcess.StartEnqueueing("rabbitmq", desk.Place, Count))
        {
            await Eventually.IsTrueAsync(async () => await desk.CountAsync("work") >= 100);
            await enqueuer.KillAsync();
        }
        Assert.InRange(await desk.CountAsync("work"), 100u, (uint)Count);
        await using var app = await desk.StartAppAsync();

        await watcher.EnqueueAsync(Campaign.Batch("memory", Count));
        var results = await watcher.ResultsAsync("memory");

        Assert.Equal(Count, results.Count(static result => result.Outcome == EsmsDispatchOutcome.Accepted));
        // Each once, and that of the other campaign, which is the first of this one once more.
        Assert.Equal(Count + 1, desk.Esms.Messages.Count);
    }
}
