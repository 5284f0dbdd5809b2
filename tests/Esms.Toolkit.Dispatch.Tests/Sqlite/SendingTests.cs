using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Worker;

namespace Esms.Dispatching.Tests.Sqlite;

/// <summary>Messages from the outbox to eSMS, each once, and what is told of them.</summary>
public sealed class SendingTests
{
    [Fact]
    public async Task Every_message_is_sent_once_and_has_its_result()
    {
        await using var desk = await Desk.StartAsync();
        await using var app = await desk.StartAppAsync();

        var enqueued = await app.EnqueueAsync(Campaign.Batch("spring", 300));
        var results = await app.ResultsAsync("spring");

        Assert.Equal(new EsmsEnqueued(300, 0), enqueued);
        Assert.Equal(300, desk.Esms.Messages.Count);
        Assert.All(results, static result => Assert.Equal((EsmsDispatchOutcome.Accepted, EsmsResultCode.Success, false, 1), (result.Outcome, result.Code, result.WasAlreadyAccepted, result.Tries)));
        Assert.Equal(
            desk.Esms.Messages.Select(static message => (message.Id, message.RequestId)).Order(),
            results.Select(static result => (result.MessageId!, (string?)result.RequestId)).Order());
        Assert.Equal(Enumerable.Range(1, 300), results.Select(static result => int.Parse(result.Row, System.Globalization.CultureInfo.InvariantCulture)).Order());
        Assert.Equal(new EsmsCampaignProgress(300, 300, 0, 0, 0, null), await app.ProgressAsync("spring"));
    }
}
