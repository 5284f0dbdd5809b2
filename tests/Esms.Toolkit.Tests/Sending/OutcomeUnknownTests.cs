using Esms.Runtime;
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
        Assert.Equal(
            [EsmsTransportError.Connection, EsmsTransportError.HttpStatus, EsmsTransportError.Connection],
            unknown.Tries.Cast<EsmsTransportException>().Select(static failure => failure.Error)
        );
        Assert.Equal(
            "SendCustomerCare: the answer was lost, so eSMS may have accepted the send or not (3 tries). SettleAsync finds out.",
            unknown.Message
        );
        Canaries.AssertNoneIn(unknown.ToString());
    }

    /// <summary>An answer that came is not called lost, and what is wrong with it is said at once.</summary>
    [Theory]
    [InlineData("<html>", "an answer came that cannot be read (the answer is not JSON (line 1, byte 1))")]
    [InlineData("", "an answer came that cannot be read (the answer is empty)")]
    [InlineData("{}", "an answer came that cannot be read (CodeResult: ")]
    public async Task An_answer_that_cannot_be_read_is_not_called_lost(string answer, string words)
    {
        await using var service = await FlakyService.StartAsync(Steps.Say(answer));
        using var esms = new EsmsClient(Tries(service, 1));

        var unknown = await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Sms.SendCustomerCareAsync(Message("order-1"), Cancellation));

        Assert.StartsWith($"SendCustomerCare: {words}", unknown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("lost", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_that_does_not_speak_of_the_lost_answer_is_told_with_its_code()
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer, Steps.Refuse(103));
        using var esms = new EsmsClient(Tries(service, 2));

        var unknown = await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Sms.SendCustomerCareAsync(Message("order-1"), Cancellation));

        Assert.Contains(
            "an answer was lost, and the refusal that followed does not speak of that send (code 103)",
            unknown.Message,
            StringComparison.Ordinal
        );
    }

    /// <summary>Of a try that another machine dates after now, nobody knows how long ago it was.</summary>
    [Fact]
    public async Task A_send_of_a_clock_that_is_ahead_cannot_be_settled()
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer);
        using var connection = new EsmsConnection(Tries(service, 1));
        IEsmsKeyedRequest request = Message("order-1");

        var result = await EsmsOutbox.TrySendAsync(
            connection,
            request.Endpoint,
            request,
            "order-1",
            DateTimeOffset.UtcNow + TimeSpan.FromHours(24),
            Cancellation
        );

        Assert.False(result.UnknownOutcome!.CanSettle);
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => result.UnknownOutcome.SettleAsync(Cancellation));
        Assert.Contains("the clock of this machine was set back", problem.Message, StringComparison.Ordinal);
        Assert.Single(service.Received);
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

        Assert.NotNull(result.RequestId);
        Assert.Equal(result.UnknownOutcome!.RequestId, result.RequestId);
        Assert.Contains("or not (1 try).", result.UnknownOutcome.Message, StringComparison.Ordinal);

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
        Assert.EndsWith("(1 try). It has no RequestId; look it up before you repeat it.", unknown.Message, StringComparison.Ordinal);
        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => unknown.SettleAsync(Cancellation));
        Assert.Equal("SendZaloTemplateBulk has no RequestId by which eSMS could tell a repeat, so it cannot be settled.", problem.Message);
    }

    [Fact]
    public async Task What_could_send_twice_is_not_asked_for_while_it_is_in_progress()
    {
        await using var service = await FlakyService.StartAsync(Steps.Refuse(199));
        using var esms = new EsmsClient(Tries(service, 4));
        var messages = new SendZaloTemplateBulkRequest
        {
            OfficialAccountId = "4097311281936189049",
            TemplateId = "200607",
            Messages = [new() { Phone = "0901888484", Params = ["An"] }],
        };

        var refusal = await Assert.ThrowsAsync<EsmsApiException>(() => esms.Zalo.SendZaloTemplateBulkAsync(messages, Cancellation));

        Assert.Equal(EsmsResultCode.AlreadyInProgress, refusal.Code);
        Assert.Single(service.Received);
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
        await using var service = await FlakyService.StartAsync(
            async (context, accept) =>
            {
                await cancellation.CancelAsync();
                await Steps.Hang(context, accept);
            }
        );
        using var esms = new EsmsClient(Tries(service, 4));

        var cancelled = await Assert.ThrowsAsync<EsmsSendCanceledException>(() =>
            esms.Sms.SendCustomerCareAsync(Message("order-1"), cancellation.Token)
        );

        Assert.Equal("SendCustomerCare was cancelled after it had gone out: eSMS may have accepted it or not.", cancelled.Message);
        Assert.Equal(("SendCustomerCare", "order-1", cancellation.Token), (cancelled.Operation, cancelled.RequestId, cancelled.CancellationToken));
        Assert.Single(service.Received);
    }

    /// <summary>A try of another process counts from its own time, and the clocks of the two need not agree to the minute.</summary>
    [Theory]
    [InlineData(23 * 60, true)]
    [InlineData(23 * 60 + 55, false)]
    [InlineData(25 * 60, false)]
    public async Task Settling_ends_a_little_before_the_memory_of_the_service(int minutesAgo, bool canSettle)
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer);
        using var connection = new EsmsConnection(Tries(service, 1));
        IEsmsKeyedRequest request = Message("order-1");

        var result = await EsmsOutbox.TrySendAsync(
            connection,
            request.Endpoint,
            request,
            "order-1",
            DateTimeOffset.UtcNow - TimeSpan.FromMinutes(minutesAgo),
            Cancellation
        );

        Assert.Equal((EsmsOutcome.Unknown, canSettle), (result.Outcome, result.UnknownOutcome!.CanSettle));
        if (!canSettle)
        {
            var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => result.UnknownOutcome.SettleAsync(Cancellation));
            Assert.Equal(
                "eSMS remembers a RequestId for 24 hours, and these have passed: a repeat of SendCustomerCare may send twice.",
                problem.Message
            );
        }
    }

    [Fact]
    public async Task A_refusal_says_nothing_of_a_try_that_may_have_been_accepted_elsewhere()
    {
        await using var service = await FlakyService.StartAsync(Steps.Refuse(103), Steps.Refuse(104));
        using var connection = new EsmsConnection(Tries(service, 1));
        IEsmsKeyedRequest request = Message(null);
        var hourAgo = DateTimeOffset.UtcNow - TimeSpan.FromHours(1);

        var unknown = await EsmsOutbox.TrySendAsync(connection, request.Endpoint, request, "order-1", hourAgo, Cancellation);
        var refused = await EsmsOutbox.TrySendAsync(connection, request.Endpoint, request, "order-1", hourAgo, Cancellation);

        Assert.Equal((EsmsOutcome.Unknown, "order-1"), (unknown.Outcome, unknown.RequestId));
        Assert.Equal((EsmsOutcome.Refused, EsmsResultCode.UnknownBrandname, "order-1"), (refused.Outcome, refused.Code, refused.RequestId));
        Assert.Equal("order-1", Assert.Throws<EsmsApiException>(refused.EnsureSuccess).RequestId);
    }

    private static EsmsOptions Tries(FlakyService service, int count)
    {
        var options = service.Options;
        options.MaxTries = count;
        return options;
    }

    private static SendCustomerCareRequest Message(string? requestId) =>
        new()
        {
            Brandname = "Baotrixemay",
            Phone = "0901888484",
            Content = "686868 la ma xac minh",
            RequestId = requestId,
        };
}
