using Esms.Dispatching.RabbitMq.Tests.Harness;
using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Worker;

namespace Esms.Dispatching.RabbitMq.Tests;

/// <summary>A row that is enqueued with another text than before is refused or reported; it never passes for the one that was sent.</summary>
public sealed class ContentTests(Broker broker)
{
    private static readonly SendCustomerCareRequest First = Campaign.Message(1);
    private static readonly SendCustomerCareRequest Second = Campaign.Message(2);

    [Fact]
    public async Task In_one_process_another_text_of_a_row_is_refused_at_once()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        await watcher.EnqueueAsync(Batch("a", First));

        var row = await Assert.ThrowsAsync<EsmsBatchException>(() => watcher.EnqueueAsync(Batch("a", Second)));
        var id = await Assert.ThrowsAsync<EsmsBatchException>(() => watcher.EnqueueAsync(Batch("b", WithId(3), WithId(4))));
        Assert.Equal(("a", "b2"), (row.Row, id.Row));

        Assert.Equal(1, (await watcher.EnqueueAsync(Batch("a", First))).Added);
        await watcher.EnqueueAsync(EsmsBatch.Of("summer", [new EsmsBatchRow("a", Second)]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public async Task Of_two_texts_from_two_processes_one_is_accepted_and_the_other_one_is_not(int inFlight)
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        await using var other = await desk.StartWatcherAsync();
        await watcher.EnqueueAsync(Batch("a", First));
        await other.EnqueueAsync(Batch("a", Second));

        await using var app = await desk.StartAppAsync(options => options.MaxInFlight = inFlight);

        await AssertOneIsLostAsync(desk, other);
        Assert.Equal((2, 1, 1, 0), await CountsAsync(watcher));
    }

    [Fact]
    public async Task A_text_that_comes_after_another_one_was_sent_is_reported_as_not_sent()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        await using var other = await desk.StartWatcherAsync();
        await using var app = await desk.StartAppAsync();
        await watcher.EnqueueAsync(Batch("a", First));
        await watcher.ResultsAsync("spring");

        await other.EnqueueAsync(Batch("a", Second));

        await other.WaitAsync("spring", static progress => progress is { Total: 2, Left: 0 });
        await AssertOneIsLostAsync(desk, other);
        Assert.Equal(First.Content, Assert.Single(desk.Esms.Messages).Content);
    }

    /// <summary>As a person does who sees a mistake, stops the program, and starts it again with another text.</summary>
    [Fact]
    public async Task A_text_that_is_corrected_after_a_batch_broke_off_is_reported_as_not_sent()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        await using var other = await desk.StartWatcherAsync();
        await using var app = await desk.StartAppAsync();
        await Assert.ThrowsAsync<IOException>(() => watcher.EnqueueAsync(EsmsBatch.Of("spring", BrokenAsync(desk))));

        await other.EnqueueAsync(Batch("a", Second));

        await AssertOneIsLostAsync(desk, other);
        Assert.Equal(First.Content, Assert.Single(desk.Esms.Messages).Content);
    }

    [Fact]
    public async Task A_list_that_has_grown_is_a_campaign_of_all_its_rows()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        await using var app = await desk.StartAppAsync();
        await watcher.EnqueueAsync(Campaign.Batch("spring", 30));
        await watcher.EnqueueAsync(Campaign.Batch("spring", 50));

        var ended = await watcher.WaitAsync("spring", static progress => progress is { Left: 0, Total: 50 });

        Assert.Equal(50, ended.Accepted);
        Assert.Equal(50, (await watcher.ResultsAsync("spring")).DistinctBy(static result => result.Row).Count());
        Assert.Equal(50, desk.Esms.Messages.Count);
    }

    private static async Task AssertOneIsLostAsync(Desk desk, App watcher)
    {
        var results = await watcher.ResultsAsync("spring");
        Assert.Equal([EsmsDispatchOutcome.Accepted, EsmsDispatchOutcome.Invalid], results.Select(static result => result.Outcome).Order());
        var lost = results.Single(static result => result.Outcome == EsmsDispatchOutcome.Invalid);
        Assert.Contains("two contents", lost.Problem, StringComparison.Ordinal);
        Assert.Equal((false, (string?)null), (lost.WasAlreadyAccepted, lost.MessageId));
        Assert.Single(desk.Esms.Messages);
    }

    private static async Task<(long, long, long, long)> CountsAsync(App app)
    {
        var ended = await app.WaitAsync("spring", static progress => progress.Left == 0);
        return (ended.Total, ended.Accepted, ended.Refused, ended.Unknown);
    }

    private static async IAsyncEnumerable<EsmsBatchRow> BrokenAsync(Desk desk)
    {
        yield return new EsmsBatchRow("a", First);
        await Eventually.IsTrueAsync(() => desk.Esms.Messages.Count == 1);
        throw new IOException("The source broke off.");
    }

    private static EsmsBatch Batch(string key, params SendCustomerCareRequest[] messages) =>
        EsmsBatch.Of("spring", messages.Select((message, index) => new EsmsBatchRow(index == 0 ? key : $"{key}{index + 1}", message)));

    private static SendCustomerCareRequest WithId(int number) =>
        new()
        {
            Brandname = Campaign.Brandname,
            Phone = Campaign.Message(number).Phone,
            Content = Campaign.Message(number).Content,
            RequestId = "mine",
        };
}
