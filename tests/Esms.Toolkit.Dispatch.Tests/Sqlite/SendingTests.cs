using System.Globalization;
using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Worker;
using Microsoft.Extensions.Options;

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
        Assert.All(
            results,
            static result =>
                Assert.Equal(
                    (EsmsDispatchOutcome.Accepted, EsmsResultCode.Success, false, 1, null),
                    (result.Outcome, result.Code, result.WasAlreadyAccepted, result.Tries, result.Problem)
                )
        );
        Assert.Equal(
            desk.Esms.Messages.Select(static message => (message.Id, message.RequestId)).Order(),
            results.Select(static result => (result.MessageId!, (string?)result.RequestId)).Order()
        );
        Assert.Equal(Enumerable.Range(1, 300), results.Select(static result => int.Parse(result.Row, CultureInfo.InvariantCulture)).Order());
        Assert.Equal(new EsmsCampaignProgress(300, 300, 0, 0, 0, null), await app.ProgressAsync("spring"));
    }

    [Fact]
    public async Task One_at_a_time_they_go_out_in_the_order_of_enqueueing()
    {
        await using var desk = await Desk.StartAsync();
        await using var app = await desk.StartAppAsync(static options => options.MaxInFlight = 1);

        await app.EnqueueAsync(Campaign.Batch("spring", 30));
        await app.EnqueueAsync(Campaign.Batch("autumn", 30));
        var results = await app.ResultsAsync("autumn");

        Assert.Equal(Enumerable.Range(1, 30).Select(static row => $"{row}"), results.Select(static result => result.Row));
        Assert.Equal(
            Enumerable.Range(1, 30).Concat(Enumerable.Range(1, 30)).Select(static row => Campaign.Message(row).Content),
            desk.Esms.Messages.Select(static message => message.Content)
        );
    }

    [Fact]
    public async Task Refusals_are_listed_with_their_reasons_and_what_they_would_have_cost_is_not_counted()
    {
        await using var desk = await Desk.StartAsync();
        await using var app = await desk.StartAppAsync();
        var wrong = new SendCustomerCareRequest
        {
            Brandname = "Nobody",
            Phone = "0901888484",
            Content = "Xin chao",
        };

        await app.EnqueueAsync(EsmsBatch.Of("spring", Rows().ToAsyncEnumerable()));
        var results = await app.ResultsAsync("spring");

        var refused = Assert.Single(results, static result => result.Row == "order-2");
        Assert.Equal(
            (EsmsDispatchOutcome.Refused, EsmsResultCode.UnknownBrandname, null, "SendCustomerCare"),
            (refused.Outcome, refused.Code, refused.MessageId, refused.Operation)
        );
        Assert.NotEmpty(refused.Problem!);
        Assert.Equal(new EsmsCampaignProgress(3, 2, 1, 0, 1700.5m, null), await app.ProgressAsync("spring"));

        IEnumerable<EsmsBatchRow> Rows()
        {
            yield return new("order-1", Campaign.Message(1)) { Cost = 850 };
            yield return new("order-2", wrong) { Cost = 850 };
            yield return new("order-3", Campaign.Message(3)) { Cost = 850.5m };
        }
    }

    [Fact]
    public async Task The_callers_own_request_id_is_kept()
    {
        await using var desk = await Desk.StartAsync();
        await using var app = await desk.StartAppAsync();

        await app.EnqueueAsync("spring", Own("order-7"));
        var result = Assert.Single(await app.ResultsAsync("spring"));

        Assert.Equal(("order-7", "order-7"), (result.RequestId, Assert.Single(desk.Esms.Messages).RequestId));
        var exception = await Assert.ThrowsAsync<EsmsBatchException>(() => app.EnqueueAsync("autumn", Campaign.Message(1), Own("order-7")));
        Assert.Equal(("autumn", "2"), (exception.Campaign, exception.Row));
        Assert.Equal(0, (await app.ProgressAsync("autumn")).Total);

        static SendCustomerCareRequest Own(string id) =>
            new()
            {
                Brandname = "Baotrixemay",
                Phone = "0901888484",
                Content = "Xin chao",
                RequestId = id,
            };
    }

    [Fact]
    public async Task A_campaign_that_nobody_enqueued_has_no_rows()
    {
        await using var desk = await Desk.StartAsync();
        await using var app = await desk.StartAppAsync();

        Assert.Equal(new EsmsCampaignProgress(0, 0, 0, 0, 0, null), await app.ProgressAsync("nothing"));
        Assert.Empty(await app.ResultsAsync("nothing"));
    }

    [Fact]
    public async Task A_row_that_is_wrong_is_named_and_its_content_is_not_shown()
    {
        await using var desk = await Desk.StartAsync();
        await using var app = await desk.StartAppAsync();
        var longId = new SendCustomerCareRequest
        {
            Brandname = "Baotrixemay",
            Phone = "0901888484",
            Content = "Secret text",
            RequestId = new string('x', 51),
        };

        var tooLong = await Assert.ThrowsAsync<EsmsBatchException>(() => app.EnqueueAsync("spring", Campaign.Message(1), longId));
        var negative = await Assert.ThrowsAsync<EsmsBatchException>(() =>
            app.EnqueueAsync(EsmsBatch.Of("spring", new[] { new EsmsBatchRow("a", Campaign.Message(1)) { Cost = -1 } }.ToAsyncEnumerable()))
        );

        Assert.Equal(("2", "a"), (tooLong.Row, negative.Row));
        Assert.DoesNotContain("Secret text", tooLong.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("0901888484", tooLong.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_are_checked_at_the_start()
    {
        await using var desk = await Desk.StartAsync();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            desk.StartAppAsync(static options => (options.MaxInFlight, options.MaxCostPerHour) = (0, 0))
        );

        Assert.Contains("MaxInFlight", exception.Message, StringComparison.Ordinal);
        Assert.Contains("MaxCostPerHour", exception.Message, StringComparison.Ordinal);
    }
}
