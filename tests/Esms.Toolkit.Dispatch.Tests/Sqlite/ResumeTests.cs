using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Worker;
using Esms.Emulator;

namespace Esms.Dispatching.Tests.Sqlite;

/// <summary>A campaign that was cut off goes on, whoever goes on with it.</summary>
public sealed class ResumeTests
{
    [Fact]
    public async Task The_same_batch_is_enqueued_again_and_only_what_is_missing_is_new()
    {
        await using var desk = await Desk.StartAsync();
        await using var app = await desk.StartAppAsync();

        Assert.Equal(new EsmsEnqueued(20, 0), await app.EnqueueAsync(Campaign.Batch("spring", 20)));
        Assert.Equal(new EsmsEnqueued(30, 20), await app.EnqueueAsync(Campaign.Batch("spring", 50)));
        await app.ResultsAsync("spring");
        Assert.Equal(new EsmsEnqueued(0, 50), await app.EnqueueAsync(Campaign.Batch("spring", 50)));

        Assert.Equal(50, (await app.ResultsAsync("spring")).Count);
        Assert.Equal(50, desk.Esms.Messages.Count);
    }

    [Fact]
    public async Task The_same_row_with_another_content_is_refused_by_its_name()
    {
        await using var desk = await Desk.StartAsync();
        await using var app = await desk.StartAppAsync();
        await app.EnqueueAsync(Campaign.Batch("spring", 3));

        var exception = await Assert.ThrowsAsync<EsmsBatchException>(() => app.EnqueueAsync("spring", Campaign.Message(1), Campaign.Message(99)));

        Assert.Equal(("spring", "2"), (exception.Campaign, exception.Row));
        Assert.DoesNotContain(Campaign.Message(99).Phone, exception.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, (await app.ResultsAsync("spring")).Count);
    }

    [Fact]
    public async Task A_source_that_breaks_leaves_what_came_before_and_is_enqueued_again()
    {
        await using var desk = await Desk.StartAsync();
        await using var app = await desk.StartWatcherAsync();

        await Assert.ThrowsAsync<IOException>(() => app.EnqueueAsync(EsmsBatch.Of("spring", Broken())));
        var before = await app.ProgressAsync("spring");
        var again = await app.EnqueueAsync(Campaign.Batch("spring", 1200));

        Assert.Equal((1000, 200, 1000), (before.Total, again.Added, again.Known));

        static IEnumerable<IEsmsKeyedRequest> Broken()
        {
            for (var number = 1; number <= 1100; number++)
                yield return Campaign.Message(number);
            throw new IOException("The list broke off.");
        }
    }

    [Fact]
    public async Task One_application_enqueues_and_watches_and_another_sends()
    {
        await using var desk = await Desk.StartAsync();
        await using var watcher = await desk.StartWatcherAsync();
        await watcher.EnqueueAsync(Campaign.Batch("spring", 100));
        Assert.Equal((100, 100), ((await watcher.ProgressAsync("spring")).Total, (await watcher.ProgressAsync("spring")).Left));

        await using var sender = await desk.StartAppAsync();
        var results = await watcher.ResultsAsync("spring");
        await watcher.EnqueueAsync(Campaign.Batch("autumn", 10));
        var later = await watcher.ResultsAsync("autumn");

        Assert.Equal((100, 10, 110), (results.DistinctBy(static result => result.Row).Count(), later.Count, desk.Esms.Messages.Count));
    }

    [Fact]
    public async Task What_another_journal_sent_counts_as_accepted_and_is_not_sent_again()
    {
        await using var desk = await Desk.StartAsync();
        await using (var first = await desk.StartAppAsync())
        {
            await first.EnqueueAsync(Campaign.Batch("spring", 5));
            await first.ResultsAsync("spring");
        }
        File.Delete(desk.OutboxPath);
        await using var second = await desk.StartAppAsync();

        await second.EnqueueAsync(Campaign.Batch("spring", 8));
        var results = await second.ResultsAsync("spring");

        Assert.All(results, static result => Assert.Equal(EsmsDispatchOutcome.Accepted, result.Outcome));
        Assert.Equal(
            5,
            results.Count(static result => result is { WasAlreadyAccepted: true, MessageId: null, Code: EsmsResultCode.DuplicateRequestId })
        );
        Assert.Equal(8, desk.Esms.Messages.Count);
    }

    [Fact]
    public async Task Two_that_send_take_turns()
    {
        await using var desk = await Desk.StartAsync();
        var (firstRoad, secondRoad, log) = (new Road(), new Road(), new LogLines());
        await using var first = await desk.StartAppAsync(handler: firstRoad);
        await first.EnqueueAsync(Campaign.Batch("spring", 20));
        await using var second = await desk.StartAppAsync(handler: secondRoad, log: log);
        await Eventually.IsTrueAsync(() => log.All.Any(static line => line.Contains("Another process is sending", StringComparison.Ordinal)));

        await second.EnqueueAsync(Campaign.Batch("summer", 20));
        await second.ResultsAsync("summer");
        Assert.Equal((40, 0), (firstRoad.Calls, secondRoad.Calls));
        await first.StopAsync(TimeSpan.FromSeconds(5));
        await second.EnqueueAsync(Campaign.Batch("autumn", 20));
        await second.ResultsAsync("autumn");

        Assert.Equal((40, 20), (firstRoad.Calls, secondRoad.Calls));
        Assert.Equal(60, desk.Esms.Messages.Count);
    }

    [Fact]
    public async Task At_its_end_an_application_waits_for_what_is_under_way_and_begins_nothing_new()
    {
        await using var desk = await Desk.StartAsync();
        await using var app = await desk.StartAppAsync(static options => options.MaxInFlight = 4);
        desk.Esms.Faults = Faults.Of(new FaultRule { Kind = FaultKind.Latency, Delay = TimeSpan.FromMilliseconds(700) });
        await app.EnqueueAsync(Campaign.Batch("spring", 100));
        await app.WaitAsync("spring", static progress => progress.Accepted > 0);

        await app.StopAsync(TimeSpan.FromSeconds(30));

        await using var watcher = await desk.StartWatcherAsync();
        var progress = await watcher.ProgressAsync("spring");
        Assert.Equal(desk.Esms.Messages.Count, progress.Accepted);
        Assert.InRange(progress.Accepted, 4, 99);
    }

    [Fact]
    public async Task What_the_host_does_not_wait_for_is_settled_at_the_next_start()
    {
        await using var desk = await Desk.StartAsync();
        desk.Esms.Faults = Faults.Of(new FaultRule { Kind = FaultKind.LateSuccess, Delay = TimeSpan.FromMinutes(5) });
        var log = new LogLines();
        await using (var app = await desk.StartAppAsync(static options => options.MaxInFlight = 4, log: log))
        {
            await app.EnqueueAsync(Campaign.Batch("spring", 6));
            await Eventually.IsTrueAsync(() => desk.Esms.Messages.Count == 4);
            await app.StopAsync(TimeSpan.FromMilliseconds(200));
        }
        desk.Esms.Faults = new FaultScript();

        await using var next = await desk.StartAppAsync();
        var results = await next.ResultsAsync("spring");

        Assert.Equal(6, desk.Esms.Messages.Count);
        Assert.All(results, static result => Assert.Equal(EsmsDispatchOutcome.Accepted, result.Outcome));
        Assert.Equal(4, results.Count(static result => result is { WasAlreadyAccepted: true, Tries: 2 }));
        Assert.Contains(log.All, static line => line.Contains("stopped before 4 messages", StringComparison.Ordinal));
    }
}
