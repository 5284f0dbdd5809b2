using Esms.Dispatching.RabbitMq.Tests.Harness;
using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Worker;

namespace Esms.Dispatching.RabbitMq.Tests;

/// <summary>Messages that can never be sent end with a reason, and hold up no others.</summary>
public sealed class PoisonTests(Broker broker)
{
    [Fact]
    public async Task Codes_go_out_among_rows_of_every_kind_that_cannot()
    {
        await using var desk = await Desk.StartAsync(broker, new() { Balance = PoisonStory.Balance });
        await PoisonStory.RunAsync(desk.Esms, address => desk.StartAppAsync(account: options => options.BaseAddress = address));
    }

    /// <summary>More than a worker looks at in one go, and nothing of them costs less.</summary>
    [Fact]
    public async Task A_code_does_not_wait_behind_a_campaign_that_the_balance_does_not_last_for()
    {
        await using var desk = await Desk.StartAsync(broker, new() { Balance = 2000 });
        await using var app = await desk.StartAppAsync();
        var rows = Enumerable.Range(1, 150).Select(static number => new EsmsBatchRow(number, PoisonStory.LongMessage(number)) { Cost = 5100 });
        await app.EnqueueAsync(EsmsBatch.Of("dear", rows));
        await app.WaitAsync("dear", static progress => progress.Pause is { Code: EsmsResultCode.BalanceTooLow });

        await app.EnqueueAsync(EsmsBatch.Of("code", [new EsmsBatchRow(1, Campaign.Message(1)) { Cost = 850 }]));

        Assert.Equal(EsmsDispatchOutcome.Accepted, Assert.Single(await app.ResultsAsync("code")).Outcome);
        // Few have been asked for in vain.
        Assert.InRange(desk.Esms.Requests.Count, 2, 60);
    }
}
