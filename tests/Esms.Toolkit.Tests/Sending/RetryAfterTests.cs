using Esms.Tests.Server;

namespace Esms.Tests.Sending;

/// <summary>A service that asks to wait for longer than anybody can: for an hour, for ever, until the end of the calendar.</summary>
public sealed class RetryAfterTests
{
    private static readonly SendOtpRequest Otp = new()
    {
        Brandname = "Baotrixemay",
        Phone = "0901888484",
        Content = "{OTP} la ma xac minh",
    };

    public static TheoryData<string> Waits => ["3600", "2147483647", "Fri, 31 Dec 9999 23:59:59 GMT"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>One call goes out to find out, and all others follow when it was answered.</summary>
    [Theory]
    [MemberData(nameof(Waits))]
    public async Task It_closes_nothing_for_good(string retryAfter)
    {
        await using var service = await FlakyService.StartAsync(Steps.Status(503, retryAfter));
        using var esms = new EsmsClient(service.Options);
        await Assert.ThrowsAsync<EsmsTransportException>(() => esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation));

        var others = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation)));
        await esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation);

        Assert.Equal((5, 7), (others.Length, service.Received.Count));
    }

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task A_call_without_the_time_to_wait_says_who_asked_for_that(string retryAfter)
    {
        await using var service = await FlakyService.StartAsync(Steps.Status(503, retryAfter));
        using var esms = new EsmsClient(service.Options);
        var hasty = esms.With(new EsmsCallOptions { Timeout = TimeSpan.FromSeconds(2) });

        var first = await Assert.ThrowsAsync<EsmsTransportException>(() => hasty.Account.GetBalanceAsync(Cancellation));
        var second = await Assert.ThrowsAsync<EsmsTransportException>(() => hasty.Account.GetBalanceAsync(Cancellation));

        Assert.Matches(
            "^GetBalance: the service answered with HTTP status 503, and asked to wait [0-9]+ seconds \\(Retry-After\\)\\.$",
            first.Message
        );
        Assert.Matches(
            "^GetBalance: the service asked to wait [0-9]+ seconds \\(Retry-After\\), for which the call has no time left: it was not sent\\.$",
            second.Message
        );
        Assert.Single(service.Received);
    }

    [Fact]
    public async Task It_holds_the_operation_only_of_which_it_was_said()
    {
        await using var service = await FlakyService.StartAsync(Steps.Status(503, "3600"), Steps.Refuse(104));
        using var esms = new EsmsClient(service.Options);
        var hasty = esms.With(new EsmsCallOptions { Timeout = TimeSpan.FromSeconds(8) });
        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => hasty.Otp.SendOtpAsync(Otp, Cancellation));

        await Assert.ThrowsAsync<EsmsApiException>(() => hasty.Account.GetBalanceAsync(Cancellation));
        var held = await Assert.ThrowsAsync<EsmsTransportException>(() => hasty.Otp.SendOtpAsync(Otp, Cancellation));

        Assert.Contains("(Retry-After)", held.Message, StringComparison.Ordinal);
        Assert.Equal(2, service.Received.Count);
    }
}
