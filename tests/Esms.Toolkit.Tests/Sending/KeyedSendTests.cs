using System.Text.Json;
using Esms.Tests.Server;

namespace Esms.Tests.Sending;

/// <summary>Sends with a RequestId: tried again with the same one, and never sent twice.</summary>
public sealed class KeyedSendTests
{
    private const string OwnId = "order-1";

    public static TheoryData<string> LostAnswers => ["LoseAnswer", "HalfAnswer", "HtmlPage", "Hang"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_send_whose_answer_was_lost_is_found_to_be_accepted(string loss)
    {
        await using var service = await FlakyService.StartAsync(Lose(loss));
        using var esms = new EsmsClient(Options(service, loss));

        var answer = await esms.Sms.SendCustomerCareAsync(Message(OwnId), Cancellation);

        Assert.True(answer.WasAlreadyAccepted);
        Assert.Equal(
            (EsmsResultCode.DuplicateRequestId, OwnId, SendStatus.WaitingForApproval),
            (answer.ResultCode, answer.SentRequestId, answer.SendStatus)
        );
        Assert.Equal((1, 2), (service.Accepted, service.Received.Count));
    }

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task The_same_is_a_success_among_results(string loss)
    {
        await using var service = await FlakyService.StartAsync(Lose(loss));
        using var esms = new EsmsClient(Options(service, loss));

        var result = await esms.Sms.TrySendAsync(Message(OwnId), Cancellation);

        Assert.Equal((EsmsOutcome.Accepted, true, OwnId), (result.Outcome, result.IsSuccess, result.RequestId));
        Assert.True(result.EnsureSuccess().WasAlreadyAccepted);
    }

    /// <summary>Code 199: the service has the same request in its hands just then, and will know soon what became of it.</summary>
    [Fact]
    public async Task A_send_that_is_in_progress_is_asked_for_until_it_is_done()
    {
        await using var service = await FlakyService.StartAsync(Steps.Refuse(199), Steps.Refuse(199));
        using var esms = new EsmsClient(service.Options);

        var answer = await esms.Sms.SendCustomerCareAsync(Message(OwnId), Cancellation);

        Assert.Equal((OwnId, 1, 3), (answer.SentRequestId, service.Accepted, service.Received.Count));
    }

    [Fact]
    public void A_request_is_not_left_out()
    {
        using var esms = new EsmsClient(new EsmsOptions { ApiKey = "key", SecretKey = "secret" });

        Assert.Equal(
            "request",
            Assert
                .Throws<ArgumentNullException>(() =>
                {
                    _ = esms.Sms.SendCustomerCareAsync(null!, Cancellation);
                })
                .ParamName
        );
    }

    [Fact]
    public async Task A_send_that_never_arrived_is_sent()
    {
        await using var service = await FlakyService.StartAsync(Steps.Reset, Steps.Status(503), Steps.Status(429));
        using var esms = new EsmsClient(service.Options);

        var answer = await esms.Sms.SendCustomerCareAsync(Message(OwnId), Cancellation);

        Assert.False(answer.WasAlreadyAccepted);
        Assert.Equal(("d533459ee42b2b9525ba9eabf6a8156", OwnId), (answer.SmsId, answer.SentRequestId));
        Assert.Equal((1, 4), (service.Accepted, service.Received.Count));
    }

    [Fact]
    public async Task A_send_without_an_id_gets_one_for_all_its_tries()
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer, Steps.Reset);
        using var esms = new EsmsClient(service.Options);

        var answer = await esms.Sms.SendCustomerCareAsync(Message(null), Cancellation);

        var ids = service.Received.Select(RequestIdIn).ToList();
        Assert.Equal(3, ids.Count);
        Assert.Single(ids.Distinct());
        Assert.Equal(answer.SentRequestId, ids[0]);
        Assert.InRange(ids[0].Length, 16, 50);
        Assert.Equal(1, service.Accepted);
    }

    [Fact]
    public async Task Each_logical_send_has_an_id_of_its_own()
    {
        await using var service = await FlakyService.StartAsync();
        using var esms = new EsmsClient(service.Options);
        var message = Message(null);

        await esms.Sms.SendCustomerCareAsync(message, Cancellation);
        await esms.Sms.SendCustomerCareAsync(message, Cancellation);

        Assert.Equal(2, service.Received.Select(RequestIdIn).Distinct().Count());
        Assert.Null(message.RequestId);
        Assert.Equal(2, service.Accepted);
    }

    [Fact]
    public async Task A_duplicate_of_somebody_elses_send_is_a_refusal()
    {
        await using var service = await FlakyService.StartAsync();
        using var esms = new EsmsClient(service.Options);
        await esms.Sms.SendCustomerCareAsync(Message(OwnId), Cancellation);

        var refusal = await Assert.ThrowsAsync<EsmsApiException>(() => esms.Sms.SendCustomerCareAsync(Message(OwnId), Cancellation));

        Assert.Equal((EsmsResultCode.DuplicateRequestId, OwnId), (refusal.Code, refusal.RequestId));
    }

    [Fact]
    public async Task A_duplicate_after_a_try_that_cannot_have_arrived_is_a_refusal()
    {
        await using var service = await FlakyService.StartAsync(Steps.Status(429), Steps.Refuse(124));
        using var esms = new EsmsClient(service.Options);

        var refusal = await Assert.ThrowsAsync<EsmsApiException>(() => esms.Sms.SendCustomerCareAsync(Message(OwnId), Cancellation));

        Assert.Equal(EsmsResultCode.DuplicateRequestId, refusal.Code);
    }

    [Theory]
    [InlineData(104)]
    [InlineData(146)]
    public async Task A_refusal_of_the_request_itself_is_definite(int code)
    {
        await using var service = await FlakyService.StartAsync(Steps.Reset, Steps.Refuse(code));
        using var esms = new EsmsClient(service.Options);

        var refusal = await Assert.ThrowsAsync<EsmsApiException>(() => esms.Sms.SendCustomerCareAsync(Message(OwnId), Cancellation));

        Assert.Equal(code, (int)refusal.Code);
        Assert.Equal(2, service.Received.Count);
    }

    [Theory]
    [InlineData(103)]
    [InlineData(101)]
    [InlineData(9999)]
    public async Task A_refusal_that_says_nothing_of_a_lost_try_leaves_it_unknown(int code)
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer, Steps.Refuse(code));
        using var esms = new EsmsClient(service.Options);

        var unknown = await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Sms.SendCustomerCareAsync(Message(OwnId), Cancellation));

        Assert.Equal(code, (int)Assert.IsType<EsmsApiException>(unknown.Tries[1]).Code);
        Assert.Equal(1, service.Accepted);
    }

    /// <summary>Only what is to be waited for in vain ends soon: on a busy machine an answer takes its time.</summary>
    private static EsmsOptions Options(FlakyService service, string loss)
    {
        var options = service.Options;
        if (loss == "Hang")
            options.TryTimeout = TimeSpan.FromSeconds(3);
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

    private static string RequestIdIn(ReceivedRequest request)
    {
        using var body = JsonDocument.Parse(request.Body);
        return body.RootElement.GetProperty("RequestId").GetString()!;
    }

    private static FlakyService.Step Lose(string loss) =>
        loss switch
        {
            "LoseAnswer" => Steps.LoseAnswer,
            "HalfAnswer" => Steps.HalfAnswer,
            "HtmlPage" => Steps.HtmlPage,
            "Hang" => Steps.Hang,
            _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, "not a loss"),
        };
}
