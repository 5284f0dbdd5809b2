using System.Globalization;
using Esms.Dispatching.RabbitMq.Tests.Harness;
using Esms.Dispatching.Worker;

namespace Esms.Dispatching.RabbitMq.Tests;

/// <summary>Messages from the broker to eSMS, each once, and what is told of them.</summary>
public sealed class SendingTests(Broker broker)
{
    [Fact]
    public async Task Every_message_is_sent_once_and_has_its_result()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var app = await desk.StartAppAsync();

        var enqueued = await app.EnqueueAsync(Campaign.Batch("spring", 300));
        var results = await app.ResultsAsync("spring");

        Assert.Equal(new EsmsEnqueued(300, 0), enqueued);
        Assert.Equal(300, desk.Esms.Messages.Count);
        Assert.All(results, static result => Assert.Equal((EsmsDispatchOutcome.Accepted, EsmsResultCode.Success), (result.Outcome, result.Code)));
        Assert.All(results, static result => Assert.Equal((false, 1), (result.WasAlreadyAccepted, result.Tries)));
        Assert.Equal(
            desk.Esms.Messages.Select(static message => (message.Id, message.RequestId)).Order(),
            results.Select(static result => (result.MessageId!, (string?)result.RequestId)).Order()
        );
        Assert.Equal(Enumerable.Range(1, 300), results.Select(static result => int.Parse(result.Row, CultureInfo.InvariantCulture)).Order());
    }

    [Fact]
    public async Task A_process_without_a_worker_enqueues_and_reads_what_another_one_sends()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        await watcher.EnqueueAsync(Campaign.Batch("summer", 20));
        Assert.Empty(desk.Esms.Messages);
        Assert.Equal(20u, await desk.CountAsync("work"));

        await using var app = await desk.StartAppAsync();

        Assert.Equal(20, (await watcher.ResultsAsync("summer")).Count);
        // Reading takes nothing away.
        Assert.Equal(20, (await watcher.ResultsAsync("summer")).Count);
        Assert.Equal(new EsmsCampaignProgress(20, 20, 0, 0, 0, null), await watcher.WaitAsync("summer", static progress => progress.Left == 0));
    }

    [Fact]
    public async Task Two_campaigns_do_not_disturb_each_other()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var app = await desk.StartAppAsync();

        await app.EnqueueAsync(EsmsBatch.Of("one", Rows(5, cost: 850)));
        await app.EnqueueAsync(EsmsBatch.Of("two", Rows(7, cost: 100)));

        Assert.Equal(new EsmsCampaignProgress(7, 7, 0, 0, 700, null), await app.WaitAsync("two", static progress => progress.Left == 0));
        Assert.Equal(new EsmsCampaignProgress(5, 5, 0, 0, 4250, null), await app.WaitAsync("one", static progress => progress.Left == 0));
        Assert.All(await app.ResultsAsync("one"), static result => Assert.Equal("one", result.Campaign));
    }

    [Fact]
    public async Task Refused_messages_are_told_with_their_code()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var app = await desk.StartAppAsync();

        await app.EnqueueAsync("autumn", Campaign.Message(1), Unknown(2));

        var refused = Assert.Single(await app.ResultsAsync("autumn"), static result => result.Outcome == EsmsDispatchOutcome.Refused);
        Assert.Equal(("2", EsmsResultCode.UnknownBrandname, (string?)null), (refused.Row, refused.Code, refused.MessageId));
        Assert.Equal(new EsmsCampaignProgress(2, 1, 1, 0, 0, null), await app.WaitAsync("autumn", static progress => progress.Left == 0));
    }

    [Fact]
    public async Task A_batch_that_is_enqueued_again_is_sent_once_and_counts_once()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        await watcher.EnqueueAsync(Campaign.Batch("winter", 30));
        await watcher.EnqueueAsync(Campaign.Batch("winter", 30));
        Assert.Equal(60u, await desk.CountAsync("work"));

        await using var app = await desk.StartAppAsync();
        var results = await app.ResultsAsync("winter");

        Assert.Equal(30, results.Count);
        Assert.All(results, static result => Assert.Equal(EsmsDispatchOutcome.Accepted, result.Outcome));
        Assert.Equal(30, desk.Esms.Messages.Count);
    }

    [Fact]
    public async Task A_row_that_comes_twice_is_taken_once_or_refused()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        var (first, other) = (Campaign.Message(1), Campaign.Message(2));

        Assert.Equal(new EsmsEnqueued(1, 1), await watcher.EnqueueAsync(EsmsBatch.Of("same", Rows(("a", first), ("a", first)))));
        var row = await Assert.ThrowsAsync<EsmsBatchException>(() => watcher.EnqueueAsync(EsmsBatch.Of("other", Rows(("a", first), ("a", other)))));
        Assert.Equal("a", row.Row);
        var id = await Assert.ThrowsAsync<EsmsBatchException>(() => watcher.EnqueueAsync("ids", WithId(1), WithId(2)));
        Assert.Equal("2", id.Row);
    }

    private static SendCustomerCareRequest Unknown(int number) =>
        new()
        {
            Brandname = "Nobody",
            Phone = Campaign.Message(number).Phone,
            Content = Campaign.Message(number).Content,
        };

    private static SendCustomerCareRequest WithId(int number) =>
        new()
        {
            Brandname = "Baotrixemay",
            Phone = Campaign.Message(number).Phone,
            Content = Campaign.Message(number).Content,
            RequestId = "mine",
        };

    private static IAsyncEnumerable<EsmsBatchRow> Rows(int count, decimal cost) =>
        Enumerable.Range(1, count).Select(number => new EsmsBatchRow(number, Campaign.Message(number)) { Cost = cost }).ToAsyncEnumerable();

    private static IAsyncEnumerable<EsmsBatchRow> Rows(params (string Key, IEsmsKeyedRequest Request)[] rows) =>
        rows.Select(static row => new EsmsBatchRow(row.Key, row.Request)).ToAsyncEnumerable();
}
