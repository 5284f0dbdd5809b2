using Esms.Tests.Server;

namespace Esms.Tests.Sending;

/// <summary>Sends whose answer was lost for good: said so, never as a failure, and settled by asking.</summary>
public sealed class OutcomeUnknownTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_tried_and_the_id_are_told()
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer, Steps.Status(500), Steps.Reset);
        using var esms = new EsmsClient(Tries(service, 3));

        var unknown = await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Sms.SendCustomerCareAsync(Message("order-1"), Cancellation));

        Assert.Equal(("SendCustomerCare", "order-1", true), (unknown.Operation, unknown.RequestId, unknown.CanSettle));
        Assert.Equal([EsmsTransportError.Connection, EsmsTransportError.HttpStatus, EsmsTransportError.Connection], unknown.Tries.Cast<EsmsTransportException>().Select(static failure => failure.Error));
        Canaries.AssertNoneIn(unknown.ToString());
    }

    [Fact]
    public async Task Settling_finds_a_send_that_was_accepted()
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer);
        using var esms = new EsmsClient(Tries(service, 1));
        var unknown = await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Sms.SendCustomerCareAsync(Message(null), Cancellation));

        var answer = await unknown.SettleAsync(Cancellation);

        Assert.True(answer.WasAlreadyAccepted);
        Assert.Equal(unknown.RequestId, answer.SentRequestId);
        Assert.Equal(1, service.Accepted);
    }

    [Fact]
    public async Task Settling_sends_what_was_not_accepted()
    {
        await using var service = await FlakyService.StartAsync(Steps.Reset);
        using var esms = new EsmsClient(Tries(service, 1));
        var result = await esms.Sms.TrySendAsync(Message(null), Cancellation);
        Assert.Equal((EsmsOutcome.Unknown, false, EsmsResultCode.Unspecified), (result.Outcome, result.IsSuccess, result.Code));
        Assert.Null(result.Response);
        Assert.Equal("SendCustomerCare: outcome unknown", result.ToString());

        var answer = Assert.IsType<SendCustomerCareResponse>(await result.UnknownOutcome!.SettleAsync(Cancellation));

        Assert.False(answer.WasAlreadyAccepted);
        Assert.Equal(("d533459ee42b2b9525ba9eabf6a8156", 1), (answer.SmsId, service.Accepted));
        Assert.Same(result.UnknownOutcome, Assert.Throws<EsmsOutcomeUnknownException>(result.EnsureSuccess));
    }

    [Fact]
    public async Task Settling_tells_a_refusal_and_an_outcome_that_stays_unknown()
    {
        await using var service = await FlakyService.StartAsync(Steps.Reset, Steps.Reset, Steps.Refuse(104));
        using var esms = new EsmsClient(Tries(service, 1));
        var unknown = await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Sms.SendCustomerCareAsync(Message(null), Cancellation));

        var again = await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => unknown.SettleAsync(Cancellation));
        var refusal = await Assert.ThrowsAsync<EsmsApiException>(() => again.SettleAsync(Cancellation));

        Assert.Equal((unknown.RequestId, unknown.RequestId), (again.RequestId, refusal.RequestId));
        Assert.Equal(EsmsResultCode.UnknownBrandname, refusal.Code);
    }

    [Fact]
    public async Task What_could_send_twice_is_tried_once_and_cannot_be_settled()
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer);
        using var esms = new EsmsClient(Tries(service, 4));
        var messages = new SendZaloTemplateBulkRequest
        {
            OfficialAccountId = "4097311281936189049",
            TemplateId = "200607",
            Messages = [new() { Phone = "0901888484", Params = ["An"] }],
        };

        var unknown = await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Zalo.SendZaloTemplateBulkAsync(messages, Cancellation));

        Assert.Single(service.Received);
        Assert.Equal((null, false), (unknown.RequestId, unknown.CanSettle));
        await Assert.ThrowsAsync<InvalidOperationException>(() => unknown.SettleAsync(Cancellation));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(429)]
    public async Task A_send_that_cannot_have_been_accepted_is_a_plain_failure(int status)
    {
        await using var service = await FlakyService.StartAsync(Steps.Status(status));
        using var esms = new EsmsClient(Tries(service, 1));

        var failure = await Assert.ThrowsAsync<EsmsTransportException>(() => esms.Sms.SendCustomerCareAsync(Message("order-1"), Cancellation));

        Assert.Equal((status, "order-1"), ((int)failure.StatusCode!, failure.RequestId));
    }

    [Fact]
    public async Task Cancelling_a_send_that_is_out_tells_its_id()
    {
        using var cancellation = new CancellationTokenSource();
        await using var service = await FlakyService.StartAsync(async (context, accept) =>
        {
            await cancellation.CancelAsync();
            await Steps.Hang(context, accept);
        });
        using var esms = new EsmsClient(Tries(service, 4));

        var cancelled = await Assert.ThrowsAsync<EsmsSendCanceledException>(() => esms.Sms.SendCustomerCareAsync(Message("order-1"), cancellation.Token));

        Assert.Equal(("SendCustomerCare", "order-1", cancellation.Token), (cancelled.Operation, cancelled.RequestId, cancelled.CancellationToken));
        Assert.Single(service.Received);
    }

    private static EsmsOptions Tries(FlakyService service, int count)
    {
        var options = service.Options;
        options.MaxTries = count;
        return options;
    }

    private static SendCustomerCareRequest Message(string? requestId) =>
        new() { Brandname = "Baotrixemay", Phone = "0901888484", Content = "686868 la ma xac minh", RequestId = requestId };
}
