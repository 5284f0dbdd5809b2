using System.Net;
using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Worker;

namespace Esms.Dispatching.Tests.Sqlite;

/// <summary>Messages that can never be sent end with a reason, and hold up no others.</summary>
public sealed class PoisonTests
{
    private const string Poison = "Poison";

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, 3)]
    [InlineData(HttpStatusCode.Forbidden, 40)]
    [InlineData(HttpStatusCode.NotFound, 3)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, 40)]
    public async Task A_code_that_comes_later_is_sent_and_the_others_end(HttpStatusCode status, int count)
    {
        await using var desk = await Desk.StartAsync();
        using var gateway = new Gateway(desk.Esms.BaseAddress, Poison, (int)status, "no");
        await using var app = await desk.StartAppAsync(account: options => options.BaseAddress = gateway.Address);
        await app.EnqueueAsync("spring", Enumerable.Range(1, count).Select(static number => Campaign.Message(number, Poison)));

        for (var code = 1; code <= 3; code++)
        {
            await app.EnqueueAsync($"code {code}", Campaign.Message(code));
            var accepted = await SimulateAsync(desk, app, $"code {code}", step: 1, steps: 10);
            Assert.Equal(1, accepted.Accepted);
        }
        var ended = await SimulateAsync(desk, app, "spring", step: 60, steps: 60);
        var results = await app.ResultsAsync("spring");

        Assert.Equal(0, ended.Left);
        Assert.All(results, result => Assert.Equal(EsmsDispatchOutcome.Invalid, result.Outcome));
        Assert.All(results, result => Assert.Contains($"{(int)status}", result.Problem, StringComparison.Ordinal));
        Assert.Equal(3, desk.Esms.Messages.Count);
    }

    [Fact]
    public async Task A_message_whose_answer_never_comes_whole_is_unknown_in_the_end()
    {
        await using var desk = await Desk.StartAsync();
        using var gateway = new Gateway(desk.Esms.BaseAddress, Poison, 200, """{"CodeResult":"100","SM""");
        await using var app = await desk.StartAppAsync(account: options => options.BaseAddress = gateway.Address);
        await app.EnqueueAsync("spring", Campaign.Message(1, Poison));
        await app.EnqueueAsync("codes", Campaign.Message(1));
        await app.ResultsAsync("codes");

        await SimulateAsync(desk, app, "spring", step: 61, steps: 60);
        var result = Assert.Single(await app.ResultsAsync("spring"));

        Assert.Equal(EsmsDispatchOutcome.Unknown, result.Outcome);
        Assert.NotNull(result.Problem);
    }

    [Fact]
    public async Task A_message_that_costs_more_than_is_left_waits_and_cheaper_ones_go()
    {
        await using var desk = await Desk.StartAsync(new() { Balance = 2000 });
        await using var app = await desk.StartAppAsync();
        var sixSms = new SendCustomerCareRequest
        {
            Brandname = Campaign.Brandname,
            Phone = "0901888484",
            Content = new string('a', 6 * 153),
        };
        await app.EnqueueAsync(EsmsBatch.Of("dear", [new EsmsBatchRow(1, sixSms) { Cost = 5100 }]));
        await app.WaitAsync("dear", static progress => progress.Pause is { Code: EsmsResultCode.BalanceTooLow });

        await app.EnqueueAsync(EsmsBatch.Of("codes", [new EsmsBatchRow(1, Campaign.Message(2)) { Cost = 850 }]));
        var codes = await app.ResultsAsync("codes");
        desk.Esms.Engine.Accounts[0].Balance = 100_000;
        desk.Clock.Advance(TimeSpan.FromMinutes(11));
        var results = await app.ResultsAsync("dear");

        Assert.Equal(EsmsDispatchOutcome.Accepted, Assert.Single(codes).Outcome);
        Assert.Equal(EsmsDispatchOutcome.Accepted, Assert.Single(results).Outcome);
    }

    /// <summary>Moves the clock until the campaign has ended. Between the steps, the worker has the time to look at it.</summary>
    private static async Task<EsmsCampaignProgress> SimulateAsync(Desk desk, App app, string campaign, int step, int steps)
    {
        for (var count = 0; count < steps; count++)
        {
            var progress = await app.ProgressAsync(campaign);
            if (progress.Left == 0)
                return progress;
            desk.Clock.Advance(TimeSpan.FromSeconds(step));
            await Task.Delay(TimeSpan.FromSeconds(0.7), TestContext.Current.CancellationToken);
        }
        return await app.ProgressAsync(campaign);
    }
}
