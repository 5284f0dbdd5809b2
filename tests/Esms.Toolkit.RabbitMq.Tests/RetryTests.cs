using Esms.Dispatching.RabbitMq.Tests.Harness;
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
            while (await desk.CountAsync("later.2s") == 0)
                await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        var waited = await desk.TakeAsync("work");
        var headers = waited.BasicProperties.Headers!;
        Assert.InRange(DateTimeOffset.FromUnixTimeMilliseconds((long)headers["tried-since"]!), before.AddMilliseconds(-1), DateTimeOffset.UtcNow);
        Assert.Equal(1, headers["tries"]);
        Assert.False(waited.Redelivered);
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
