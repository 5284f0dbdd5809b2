using System.Net;
using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Worker;
using Esms.Emulator;

namespace Esms.Dispatching.Tests.Sqlite;

/// <summary>Tries whose answers are lost, within the memory of the service and behind it.</summary>
public sealed class UncertaintyTests
{
    [Theory]
    [InlineData(FaultKind.LostAnswer)]
    [InlineData(FaultKind.HalfBody)]
    public async Task A_message_whose_answer_is_lost_is_asked_for_and_sent_once(FaultKind fault)
    {
        await using var desk = await Desk.StartAsync();
        desk.Esms.Faults = Faults.Of(fault, times: 5);
        await using var app = await desk.StartAppAsync();

        await app.EnqueueAsync(Campaign.Batch("spring", 10));
        var results = await app.ResultsAsync("spring");

        Assert.Equal(10, desk.Esms.Messages.Count);
        Assert.All(results, static result => Assert.Equal(EsmsDispatchOutcome.Accepted, result.Outcome));
        Assert.Equal(5, results.Count(static result => result is { WasAlreadyAccepted: true, Tries: 2 }));
    }

    [Theory]
    [InlineData(FaultKind.Reset, 60)]
    [InlineData(FaultKind.ServerError, 60)]
    [InlineData(FaultKind.Hang, 5)]
    public async Task A_message_that_did_not_arrive_is_sent_all_the_same(FaultKind fault, int tryTimeout)
    {
        await using var desk = await Desk.StartAsync();
        desk.Esms.Faults = Faults.Of(fault, times: 5);
        await using var app = await desk.StartAppAsync(account: options => options.TryTimeout = TimeSpan.FromSeconds(tryTimeout));

        await app.EnqueueAsync(Campaign.Batch("spring", 10));
        var results = await app.ResultsAsync("spring");

        Assert.Equal(10, desk.Esms.Messages.Count);
        Assert.All(results, static result => Assert.Equal((EsmsDispatchOutcome.Accepted, false), (result.Outcome, result.WasAlreadyAccepted)));
        Assert.True(results.Sum(static result => result.Tries) >= 15);
    }

    [Theory]
    [InlineData(FaultKind.Hang, 0)]
    [InlineData(FaultKind.LateSuccess, 1)]
    public async Task What_eSMS_has_forgotten_is_told_as_unknown_and_never_sent_again(FaultKind fault, int accepted)
    {
        await using var desk = await Desk.StartAsync();
        desk.Esms.Faults = Faults.Of(new FaultRule { Kind = fault, Delay = TimeSpan.FromMinutes(5) });
        var (road, log) = (new Road(), new LogLines());
        await using (var app = await desk.StartAppAsync(handler: road))
        {
            await app.EnqueueAsync(EsmsBatch.Of("spring", new[] { new EsmsBatchRow("a", Campaign.Message(1)) { Cost = 850 } }.ToAsyncEnumerable()));
            await Eventually.IsTrueAsync(() => road.Calls == 1 && desk.Esms.Messages.Count == accepted);
            await app.StopAsync(TimeSpan.Zero);
        }
        desk.Clock.Advance(TimeSpan.FromHours(24));
        desk.Esms.Faults = new FaultScript();

        await using var next = await desk.StartAppAsync(log: log);
        var result = Assert.Single(await next.ResultsAsync("spring"));

        Assert.Equal((EsmsDispatchOutcome.Unknown, 1, EsmsResultCode.Unspecified), (result.Outcome, result.Tries, result.Code));
        Assert.NotEmpty(result.Problem!);
        Assert.Equal(accepted, desk.Esms.Messages.Count);
        Assert.Equal(new EsmsCampaignProgress(1, 0, 0, 1, 0, null), await next.ProgressAsync("spring"));
        Assert.Contains(
            log.All,
            line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains(result.RequestId, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_message_that_certainly_never_went_out_is_sent_after_days()
    {
        await using var desk = await Desk.StartAsync();
        var road = new Road(static call => call == 1 ? new HttpResponseMessage(HttpStatusCode.TooManyRequests) : null);
        await using var app = await desk.StartAppAsync(handler: road);

        await app.EnqueueAsync("spring", Campaign.Message(1));
        await Eventually.IsTrueAsync(() => road.Calls == 1);
        desk.Clock.Advance(TimeSpan.FromDays(3));
        var result = Assert.Single(await app.ResultsAsync("spring"));

        Assert.Equal((EsmsDispatchOutcome.Accepted, 2), (result.Outcome, result.Tries));
        Assert.Single(desk.Esms.Messages);
    }
}
