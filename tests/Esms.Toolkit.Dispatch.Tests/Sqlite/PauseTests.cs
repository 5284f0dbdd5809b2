using System.Net;
using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Worker;
using Esms.Emulator;

namespace Esms.Dispatching.Tests.Sqlite;

/// <summary>When nothing is sent, or less at once, and how it goes on.</summary>
public sealed class PauseTests
{
    private const decimal Price = 850m;

    [Fact]
    public async Task Without_money_nothing_is_sent_until_there_is_some()
    {
        await using var desk = await Desk.StartAsync(new() { Balance = 3 * Price });
        await using var app = await desk.StartAppAsync();

        await app.EnqueueAsync(Campaign.Batch("spring", 40));
        var paused = await app.WaitAsync("spring", static progress => progress is { Accepted: 3, Pause: not null });
        Assert.Equal((EsmsResultCode.BalanceTooLow, 37), (paused.Pause!.Code, paused.Left));
        Assert.InRange(paused.Pause.Until - desk.Clock.GetUtcNow(), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30));
        await IsQuietAsync(desk);

        // One message asks whether it goes on; it does not, and the next pause is twice as long.
        var before = desk.Esms.Requests.Count;
        desk.Clock.Advance(TimeSpan.FromSeconds(31));
        var longer = await app.WaitAsync("spring", progress => progress.Pause is { } next && next.Until > paused.Pause.Until);
        Assert.Equal(before + 1, desk.Esms.Requests.Count);
        Assert.InRange(longer.Pause!.Until - desk.Clock.GetUtcNow(), TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(60));

        desk.Esms.Engine.Accounts[0].Balance = 100 * Price;
        desk.Clock.Advance(TimeSpan.FromSeconds(61));
        var results = await app.ResultsAsync("spring");

        Assert.Equal((40, 40), (results.Count, desk.Esms.Messages.Count));
        Assert.All(results, static result => Assert.Equal((EsmsDispatchOutcome.Accepted, false), (result.Outcome, result.WasAlreadyAccepted)));
        Assert.Null((await app.ProgressAsync("spring")).Pause);
    }

    [Fact]
    public async Task A_limit_of_the_hour_is_named_without_a_code_and_does_not_end_because_the_application_does()
    {
        await using var desk = await Desk.StartAsync();
        var log = new LogLines();
        await using (var app = await desk.StartAppAsync(static options => options.MaxMessagesPerHour = 2, log: log))
        {
            await app.EnqueueAsync(Campaign.Batch("spring", 4));
            await app.WaitAsync("spring", static progress => progress is { Accepted: 2, Pause: not null });
            await Eventually.IsTrueAsync(() => log.All.Any(static line => line.Contains("Nothing is sent until", StringComparison.Ordinal)));
        }
        await using var watcher = await desk.StartWatcherAsync();

        Assert.DoesNotContain(log.All, static line => line.Contains("(null)", StringComparison.Ordinal));
        Assert.DoesNotContain(log.All, static line => line.Contains("Sending resumed", StringComparison.Ordinal));
        Assert.NotNull((await watcher.ProgressAsync("spring")).Pause);
    }

    [Fact]
    public async Task With_wrong_keys_nothing_is_refused_for_good()
    {
        await using var desk = await Desk.StartAsync();
        await using var app = await desk.StartAppAsync();
        var key = desk.Esms.Options.SecretKey;
        desk.Esms.Engine.Accounts[0].SecretKey = "another";

        await app.EnqueueAsync(Campaign.Batch("spring", 5));
        var paused = await app.WaitAsync("spring", static progress => progress.Pause is not null);
        desk.Esms.Engine.Accounts[0].SecretKey = key;
        desk.Clock.Advance(TimeSpan.FromSeconds(31));
        var results = await app.ResultsAsync("spring");

        Assert.Equal(EsmsResultCode.WrongCredentials, paused.Pause!.Code);
        Assert.Equal(5, results.Count(static result => result.Outcome == EsmsDispatchOutcome.Accepted));
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_is_not_asked_for_every_message()
    {
        await using var desk = await Desk.StartAsync();
        var isDown = true;
        var road = new Road(_ => isDown ? throw new HttpRequestException("There is no way.") : null) { Length = TimeSpan.Zero };
        await using var app = await desk.StartAppAsync(handler: road);

        await app.EnqueueAsync(Campaign.Batch("spring", 1000));
        var paused = await app.WaitAsync("spring", static progress => progress.Pause is not null);
        Assert.Null(paused.Pause!.Code);
        Assert.InRange(road.Calls, 20, 100);
        isDown = false;
        var results = await app.ResultsAsync("spring");

        Assert.Equal(1000, results.Count(static result => result.Outcome == EsmsDispatchOutcome.Accepted));
        Assert.Equal(1000, desk.Esms.Messages.Count);
    }

    [Fact]
    public async Task Asked_to_slow_down_it_sends_fewer_at_once_and_loses_none()
    {
        await using var desk = await Desk.StartAsync();
        var road = new Road(static call => call <= 16 ? new HttpResponseMessage(HttpStatusCode.TooManyRequests) : null);
        road.Length = TimeSpan.FromSeconds(2);
        await using var app = await desk.StartAppAsync(handler: road);

        await app.EnqueueAsync(Campaign.Batch("spring", 100));
        await Eventually.IsTrueAsync(() => road.Calls >= 17);
        var first = road.MostAtOnce;
        road.Length = TimeSpan.FromMilliseconds(50);
        road.Restart();
        await Eventually.IsTrueAsync(() => road.Calls >= road.CallsBefore + 8);
        var second = road.MostAtOnce;
        var results = await app.ResultsAsync("spring");

        Assert.Equal(16, first);
        Assert.InRange(second, 1, 10);
        Assert.Equal(100, results.Count(static result => result is { Outcome: EsmsDispatchOutcome.Accepted, WasAlreadyAccepted: false }));
        Assert.Equal(116, results.Sum(static result => result.Tries));
    }

    [Fact]
    public async Task No_more_messages_go_out_within_an_hour_than_may_even_after_a_restart()
    {
        await using var desk = await Desk.StartAsync();
        await using (var app = await desk.StartAppAsync(static options => options.MaxMessagesPerHour = 5))
        {
            await app.EnqueueAsync(Campaign.Batch("spring", 8));
            await app.WaitAsync("spring", static progress => progress is { Accepted: 5, Pause: { Code: null } });
        }
        await using var next = await desk.StartAppAsync(static options => options.MaxMessagesPerHour = 5);
        var paused = await next.WaitAsync("spring", static progress => progress.Pause is not null);
        Assert.Equal(5, desk.Esms.Messages.Count);
        Assert.InRange(paused.Pause!.Until - desk.Clock.GetUtcNow(), TimeSpan.FromMinutes(58), TimeSpan.FromMinutes(61));

        desk.Clock.Advance(TimeSpan.FromMinutes(61));
        var results = await next.ResultsAsync("spring");

        Assert.Equal((8, 8), (results.Count, desk.Esms.Messages.Count));
    }

    [Fact]
    public async Task No_more_is_spent_within_an_hour_than_may_be()
    {
        await using var desk = await Desk.StartAsync();
        await using var app = await desk.StartAppAsync(static options => options.MaxCostPerHour = 2000);

        await app.EnqueueAsync(EsmsBatch.Of("spring", Rows().ToAsyncEnumerable()));
        var paused = await app.WaitAsync("spring", static progress => progress is { Accepted: 2, Pause: { Code: null } });
        desk.Clock.Advance(TimeSpan.FromMinutes(61));
        var results = await app.ResultsAsync("spring");

        Assert.Equal(1700, paused.AcceptedCost);
        var tooDear = Assert.Single(results, static result => result.Outcome != EsmsDispatchOutcome.Accepted);
        Assert.Equal((EsmsDispatchOutcome.Invalid, "2"), (tooDear.Outcome, tooDear.Row));
        Assert.Equal(new EsmsCampaignProgress(4, 3, 1, 0, 2550, null), await app.ProgressAsync("spring"));

        static IEnumerable<EsmsBatchRow> Rows()
        {
            for (var number = 1; number <= 4; number++)
                yield return new EsmsBatchRow(number, Campaign.Message(number)) { Cost = number == 2 ? 3000 : 850 };
        }
    }

    [Fact]
    public async Task What_waits_to_be_settled_needs_no_place_in_the_limit()
    {
        await using var desk = await Desk.StartAsync();
        desk.Esms.Faults = Faults.Of(FaultKind.LostAnswer, times: 3);
        await using var app = await desk.StartAppAsync(static options => options.MaxMessagesPerHour = 3);

        await app.EnqueueAsync(Campaign.Batch("spring", 4));
        var paused = await app.WaitAsync("spring", static progress => progress.Accepted == 3);

        Assert.Equal((1, 3), (paused.Left, desk.Esms.Messages.Count));
    }

    private static async Task IsQuietAsync(Desk desk)
    {
        var before = desk.Esms.Requests.Count;
        await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);
        Assert.Equal(before, desk.Esms.Requests.Count);
    }
}
