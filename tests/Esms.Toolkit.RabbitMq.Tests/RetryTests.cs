using Esms.Dispatching.RabbitMq.Tests.Harness;
using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Worker;
using Esms.Emulator;

namespace Esms.Dispatching.RabbitMq.Tests;

/// <summary>Tries that bring nothing, and the next ones.</summary>
public sealed class RetryTests(Broker broker)
{
    [Fact]
    public async Task A_lost_answer_is_settled_by_the_next_try()
    {
        await using var desk = await Desk.StartAsync(broker);
        desk.Esms.Faults = new()
        {
            Rules =
            {
                new() { Kind = FaultKind.LostAnswer, Times = 1 },
            },
        };
        await using var app = await desk.StartAppAsync();

        await app.EnqueueAsync(Campaign.Batch("lost", 1));

        var result = Assert.Single(await app.ResultsAsync("lost"));
        Assert.Equal((EsmsDispatchOutcome.Accepted, true, 2), (result.Outcome, result.WasAlreadyAccepted, result.Tries));
        Assert.Single(desk.Esms.Messages);
    }

    [Fact]
    public async Task A_message_waits_on_the_broker_and_says_what_is_known_of_it()
    {
        await using var desk = await Desk.StartAsync(broker);
        desk.Esms.Faults = new()
        {
            Rules =
            {
                new() { Kind = FaultKind.LostAnswer, Times = 1 },
            },
        };
        var before = DateTimeOffset.UtcNow;
        await using (var app = await desk.StartAppAsync(static options => options.MaxInFlight = 1))
        {
            await app.EnqueueAsync(Campaign.Batch("waits", 1));
            await Eventually.IsTrueAsync(async () => await desk.CountAsync("later.2s") > 0);
        }

        var waited = await desk.TakeAsync("work");
        var headers = waited.BasicProperties.Headers!;
        Assert.InRange(DateTimeOffset.FromUnixTimeMilliseconds((long)headers["tried-since"]!), before.AddMilliseconds(-1), DateTimeOffset.UtcNow);
        Assert.Equal(1, headers["tries"]);
        Assert.False(waited.Redelivered);
    }

    [Fact]
    public async Task A_batch_that_broke_off_is_sent_again_and_refused_as_a_repeat()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var app = await desk.StartAppAsync();
        await Assert.ThrowsAsync<IOException>(() => app.EnqueueAsync(EsmsBatch.Of("broken off", BrokenAsync())));

        await app.EnqueueAsync(Campaign.Batch("broken off", 3).Again(desk.Esms.Clock.GetUtcNow().AddHours(-23)));

        var results = await app.ResultsAsync("broken off");
        Assert.Equal(3, results.Count(static result => result.Outcome == EsmsDispatchOutcome.Accepted));
        Assert.Equal(3, desk.Esms.Messages.Count);

        // Breaks when the first rows are sent.
        async IAsyncEnumerable<EsmsBatchRow> BrokenAsync()
        {
            yield return new EsmsBatchRow(1, Campaign.Message(1));
            yield return new EsmsBatchRow(2, Campaign.Message(2));
            await Eventually.IsTrueAsync(() => desk.Esms.Messages.Count >= 2);
            throw new IOException("The source broke off.");
        }
    }

    /// <summary>Rows of it may have been sent when it was begun, and eSMS would take a repeat for a new message.</summary>
    [Fact]
    public async Task Of_a_batch_that_was_begun_a_day_ago_nothing_is_sent()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var app = await desk.StartAppAsync();

        await app.EnqueueAsync(Campaign.Batch("a day ago", 2).Again(desk.Esms.Clock.GetUtcNow().AddHours(-24)));

        Assert.All(await app.ResultsAsync("a day ago"), static result => Assert.Equal(EsmsDispatchOutcome.Unknown, result.Outcome));
        Assert.Empty(desk.Esms.Messages);
    }

    [Fact]
    public async Task Messages_that_the_service_throttles_all_go_out_in_the_end()
    {
        await using var desk = await Desk.StartAsync(broker);
        desk.Esms.Faults = new()
        {
            Seed = 3,
            Rules =
            {
                new()
                {
                    Kind = FaultKind.TooManyRequests,
                    Percent = 50,
                    Times = 5,
                },
            },
        };
        await using var app = await desk.StartAppAsync(static options => options.MaxInFlight = 4);

        await app.EnqueueAsync(Campaign.Batch("slow", 30));
        var results = await app.ResultsAsync("slow");

        Assert.Equal(30, results.Count(static result => result is { Outcome: EsmsDispatchOutcome.Accepted, WasAlreadyAccepted: false }));
        Assert.Equal(5, results.Sum(static result => result.Tries - 1));
        Assert.Equal(30, desk.Esms.Messages.Count);
    }

    [Fact]
    public async Task Whatever_breaks_each_message_is_sent_once()
    {
        await using var desk = await Desk.StartAsync(broker);
        desk.Esms.Faults = new()
        {
            Seed = 7,
            Rules =
            {
                new() { Kind = FaultKind.LostAnswer, Percent = 10 },
                new() { Kind = FaultKind.Reset, Percent = 10 },
                new() { Kind = FaultKind.HalfBody, Percent = 10 },
                new() { Kind = FaultKind.ServerError, Percent = 10 },
            },
        };
        await using var app = await desk.StartAppAsync();

        await app.EnqueueAsync(Campaign.Batch("hostile", 200));
        var results = await app.ResultsAsync("hostile");

        Assert.All(results, static result => Assert.Equal(EsmsDispatchOutcome.Accepted, result.Outcome));
        Assert.Contains(results, static result => result.WasAlreadyAccepted);
        Assert.Equal(200, results.Count);
        Assert.Equal(
            desk.Esms.Messages.Select(static message => message.RequestId).Order(),
            results.Select(static result => (string?)result.RequestId).Order()
        );
    }
}
