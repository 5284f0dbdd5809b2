using Esms.Dispatching.Sqlite;
using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Worker;
using Esms.Emulator;

namespace Esms.Dispatching.Tests.Sqlite;

/// <summary>Campaigns beside each other in one file: one of them is sent, is listed, or is cancelled.</summary>
public sealed class CampaignTests
{
    [Fact]
    public async Task A_worker_of_one_campaign_lets_the_others_wait()
    {
        await using var desk = await Desk.StartAsync();
        await using (var watcher = await desk.StartWatcherAsync())
        {
            await watcher.EnqueueAsync(Campaign.Batch("before", 700));
            await watcher.EnqueueAsync(
                EsmsBatch.Of("spring", Enumerable.Range(1001, 20).Select(static number => (IEsmsKeyedRequest)Campaign.Message(number)))
            );
            await watcher.EnqueueAsync(
                EsmsBatch.Of("after", Enumerable.Range(2001, 5).Select(static number => (IEsmsKeyedRequest)Campaign.Message(number)))
            );
        }
        desk.Esms.Faults = Faults.Of(FaultKind.LostAnswer, times: 3);

        await using (var sender = await desk.StartAppAsync(campaign: "spring"))
        {
            await sender.ResultsAsync("spring");
            Assert.Equal((700, 5), ((await sender.ProgressAsync("before")).Left, (await sender.ProgressAsync("after")).Left));
        }

        Assert.Equal(20, desk.Esms.Messages.Count);
        await using var app = await desk.StartAppAsync();
        await app.ResultsAsync("before");
        await app.ResultsAsync("after");
        Assert.Equal(725, desk.Esms.Messages.Count);
    }

    [Fact]
    public async Task A_worker_of_a_campaign_that_does_not_exist_yet_waits_for_it()
    {
        await using var desk = await Desk.StartAsync();
        await using var sender = await desk.StartAppAsync(campaign: "spring");

        await sender.EnqueueAsync(Campaign.Batch("other", 3));
        await sender.EnqueueAsync(
            EsmsBatch.Of("spring", Enumerable.Range(11, 3).Select(static number => (IEsmsKeyedRequest)Campaign.Message(number)))
        );

        Assert.Equal(3, (await sender.ResultsAsync("spring")).Count);
        Assert.Equal(3, desk.Esms.Messages.Count);
    }

    [Fact]
    public async Task What_is_cancelled_has_its_outcome_and_is_not_enqueued_again()
    {
        await using var desk = await Desk.StartAsync();
        await using var watcher = await desk.StartWatcherAsync();
        await watcher.EnqueueAsync(Campaign.Batch("spring", 2500));
        await watcher.EnqueueAsync("summer", Campaign.Message(9000));
        using var file = new OutboxFile(desk.OutboxPath);
        var book = new CampaignBook(file);

        Assert.Equal(1, book.Cancel(book.List()[0], isInFlightElsewhere: false, DateTimeOffset.UtcNow, new HashSet<string> { "7" }));
        Assert.Equal(2499, book.Cancel(book.List()[0], isInFlightElsewhere: false, DateTimeOffset.UtcNow));
        Assert.Equal(0, book.Cancel(book.List()[0], isInFlightElsewhere: false, DateTimeOffset.UtcNow));

        Assert.Equal(new EsmsCampaignProgress(2500, 0, 0, 0, 0, null) { Canceled = 2500 }, await watcher.ProgressAsync("spring"));
        var results = await watcher.ResultsAsync("spring");
        Assert.Equal("7", results[0].Row);
        Assert.Equal(2500, results.DistinctBy(static result => result.Row).Count(static result => result.Outcome == EsmsDispatchOutcome.Canceled));
        Assert.Equal(new EsmsEnqueued(0, 2500), await watcher.EnqueueAsync(Campaign.Batch("spring", 2500)));
        await using var app = await desk.StartAppAsync();
        await app.ResultsAsync("summer");
        Assert.Single(desk.Esms.Messages);
    }

    [Fact]
    public async Task What_is_in_flight_elsewhere_gets_its_outcome_there()
    {
        await using var desk = await Desk.StartAsync();
        desk.Esms.Faults = Faults.Of(new FaultRule { Kind = FaultKind.Latency, Delay = TimeSpan.FromSeconds(3) });
        await using var app = await desk.StartAppAsync(static options => options.MaxInFlight = 2);
        await app.EnqueueAsync(Campaign.Batch("spring", 50));
        await Eventually.IsTrueAsync(() => desk.Esms.Requests.Count == 2);
        using var file = new OutboxFile(desk.OutboxPath);
        var book = new CampaignBook(file);

        var cancelled = book.Cancel(book.List().Single(), isInFlightElsewhere: true, DateTimeOffset.UtcNow);

        await app.ResultsAsync("spring");
        var progress = await app.ProgressAsync("spring");
        Assert.Equal((cancelled, 50 - cancelled, 0), (progress.Canceled, progress.Accepted, progress.Unknown));
        Assert.Equal(50 - cancelled, desk.Esms.Messages.Count);
        Assert.InRange(cancelled, 40, 48);
    }

    [Fact]
    public async Task However_many_batches_a_campaign_has_whoever_comes_sees_their_sum_at_once()
    {
        const int batches = 53_500;
        await using var desk = await Desk.StartAsync();
        await using var watcher = await desk.StartWatcherAsync();
        await Parallel.ForEachAsync(
            Enumerable.Range(1, batches),
            new ParallelOptions { MaxDegreeOfParallelism = 1000, CancellationToken = TestContext.Current.CancellationToken },
            async (number, token) =>
                await watcher.Dispatcher.EnqueueAsync(EsmsBatch.Of("spring", [new EsmsBatchRow(number, Campaign.Message(number))]), token)
        );

        await using var late = await desk.StartWatcherAsync();

        Assert.Equal(new EsmsCampaignProgress(batches, 0, 0, 0, 0, null), await late.ProgressAsync("spring"));
    }

    [Fact]
    public async Task Messages_are_listed_with_what_is_known_of_them()
    {
        await using var desk = await Desk.StartAsync();
        await using var app = await desk.StartAppAsync();
        await app.EnqueueAsync("spring", Campaign.Message(1), Campaign.Message(2, brandname: "Unknown"));
        await app.ResultsAsync("spring");
        await using var watcher = await desk.StartWatcherAsync();
        using var file = new OutboxFile(desk.OutboxPath);
        var book = new CampaignBook(file);
        book.Begin(
            new CampaignRecord("summer")
            {
                Source = "/a.csv",
                Content = "hash",
                BegunAt = DateTimeOffset.UnixEpoch,
                IsTrial = true,
            }
        );
        book.Begin(new CampaignRecord("summer") { Source = "/b.csv" });

        Assert.Equal(
            [("1", true, true), ("2", true, false)],
            book.Messages().Select(static message => (message.Row, message.IsFinished, message.SentAt is not null))
        );
        var campaigns = book.List();
        Assert.Equal(["spring", "summer"], campaigns.Select(static campaign => campaign.Name));
        Assert.Equal((1, 1), (campaigns[0].Progress.Accepted, campaigns[0].Progress.Refused));
        Assert.Equal(
            ("/a.csv", "hash", DateTimeOffset.UnixEpoch, true),
            (campaigns[1].Source, campaigns[1].Content, campaigns[1].BegunAt, campaigns[1].IsTrial)
        );
    }
}
