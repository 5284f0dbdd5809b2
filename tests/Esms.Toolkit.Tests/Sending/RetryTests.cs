using System.Globalization;
using Esms.Tests.Server;

namespace Esms.Tests.Sending;

/// <summary>Calls that only read: tried again when that may help, for as long as the caller allows.</summary>
public sealed class RetryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("reset")]
    [InlineData("half an answer")]
    [InlineData("408")]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("502")]
    [InlineData("503")]
    [InlineData("code 160")]
    public async Task A_failure_that_may_pass_is_tried_again(string failure)
    {
        FlakyService.Step step = failure switch
        {
            "reset" => Steps.Reset,
            "half an answer" => Steps.HalfAnswer,
            "code 160" => Steps.Refuse(160),
            _ => Steps.Status(int.Parse(failure, CultureInfo.InvariantCulture)),
        };
        await using var service = await FlakyService.StartAsync(step, step, step);
        using var esms = new EsmsClient(service.Options);

        Assert.Equal(SendStatus.Finished, (await esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation)).SendStatus);

        Assert.Equal(4, service.Received.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task No_more_tries_are_made_than_the_options_say(int tries)
    {
        await using var service = await FlakyService.StartAsync([.. Enumerable.Repeat(Steps.Status(500), 10)]);
        var options = service.Options;
        options.MaxTries = tries;
        using var esms = new EsmsClient(options);

        await Assert.ThrowsAsync<EsmsTransportException>(() => esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation));

        Assert.Equal(tries, service.Received.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    public async Task An_error_that_stays_is_not_tried_again(int status)
    {
        await using var service = await FlakyService.StartAsync(Steps.Status(status));
        using var esms = new EsmsClient(service.Options);

        await Assert.ThrowsAsync<EsmsTransportException>(() => esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation));

        Assert.Single(service.Received);
    }

    [Fact]
    public async Task A_refusal_to_wait_is_a_refusal_when_the_tries_are_used_up()
    {
        await using var service = await FlakyService.StartAsync([.. Enumerable.Repeat(Steps.Refuse(160), 4)]);
        using var esms = new EsmsClient(service.Options);

        var result = await esms.Messages.TrySendAsync(new GetSendStatusRequest { SmsId = Answers.SmsId }, Cancellation);

        Assert.Equal((EsmsOutcome.Refused, EsmsResultCode.TooManyRequests, 4), (result.Outcome, result.Code, service.Received.Count));
    }

    [Fact]
    public async Task What_the_service_asks_to_wait_is_waited()
    {
        await using var service = await FlakyService.StartAsync(Steps.Status(503, retryAfter: "1"));
        using var esms = new EsmsClient(service.Options);
        var start = TimeProvider.System.GetTimestamp();

        await esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation);

        // At least what was asked: a lower bound holds however slow the machine is.
        Assert.True(TimeProvider.System.GetElapsedTime(start) >= TimeSpan.FromSeconds(0.95));
    }

    [Fact]
    public async Task What_the_service_asks_to_wait_can_be_a_time()
    {
        var until = DateTimeOffset.UtcNow.AddSeconds(3);
        await using var service = await FlakyService.StartAsync(Steps.Status(503, retryAfter: until.ToString("R", CultureInfo.InvariantCulture)));
        using var esms = new EsmsClient(service.Options);

        await esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation);

        // Such a time has no parts of a second.
        Assert.True(DateTimeOffset.UtcNow >= until.AddSeconds(-1.1));
    }

    [Fact]
    public async Task Each_pause_is_twice_as_long_as_the_one_before_it()
    {
        await using var service = await FlakyService.StartAsync([.. Enumerable.Repeat(Steps.Status(500), 3)]);
        var options = service.Options;
        options.RetryDelay = TimeSpan.FromSeconds(0.4);
        using var esms = new EsmsClient(options);
        var start = TimeProvider.System.GetTimestamp();

        await esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation);

        // Half of each pause may be left out by chance: 0.2 + 0.4 + 0.8 seconds are left of them at least.
        Assert.True(TimeProvider.System.GetElapsedTime(start) >= TimeSpan.FromSeconds(1.3));
    }

    [Fact]
    public async Task A_wait_that_the_time_of_the_call_has_no_room_for_ends_it_at_once()
    {
        await using var service = await FlakyService.StartAsync(Steps.Status(503, retryAfter: "3600"));
        using var esms = new EsmsClient(service.Options);

        var failure = await Assert.ThrowsAsync<EsmsTransportException>(() => esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation));

        Assert.Equal(503, (int)failure.StatusCode!);
        Assert.Single(service.Received);
    }

    [Fact]
    public async Task Cancelling_ends_a_pause_with_the_callers_token()
    {
        using var cancellation = new CancellationTokenSource();
        await using var service = await FlakyService.StartAsync(
            (context, accept) =>
            {
                cancellation.CancelAfter(TimeSpan.FromMilliseconds(100));
                return Steps.Status(503, retryAfter: "30")(context, accept);
            }
        );
        using var esms = new EsmsClient(service.Options);

        var cancelled = await Assert.ThrowsAsync<OperationCanceledException>(() =>
            esms.Messages.GetSendStatusAsync(Answers.SmsId, cancellation.Token)
        );

        Assert.Equal(cancellation.Token, cancelled.CancellationToken);
        Assert.Single(service.Received);
    }

    [Fact]
    public async Task Some_calls_can_have_other_bounds()
    {
        await using var service = await FlakyService.StartAsync([.. Enumerable.Repeat(Steps.Status(500), 10)]);
        using var esms = new EsmsClient(service.Options);

        await Assert.ThrowsAsync<EsmsTransportException>(() =>
            esms.With(new EsmsCallOptions { MaxTries = 2 }).Messages.GetSendStatusAsync(Answers.SmsId, Cancellation)
        );
        Assert.Equal(2, service.Received.Count);
        await Assert.ThrowsAsync<EsmsTransportException>(() => esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation));
        Assert.Equal(6, service.Received.Count);

        await using var silent = await FlakyService.StartAsync(Steps.Hang);
        using var waiting = new EsmsClient(silent.Options);
        var late = await Assert.ThrowsAsync<EsmsTransportException>(() =>
            waiting
                .With(new EsmsCallOptions { TryTimeout = TimeSpan.FromSeconds(0.3), MaxTries = 1 })
                .Messages.GetSendStatusAsync(Answers.SmsId, Cancellation)
        );
        Assert.Equal("GetSendStatus: no whole answer came within 0.3 seconds (EsmsOptions.TryTimeout).", late.Message);

        var problem = Assert.Throws<ArgumentException>(() => esms.With(new EsmsCallOptions { Timeout = TimeSpan.Zero }));
        Assert.Contains("EsmsCallOptions.Timeout", problem.Message, StringComparison.Ordinal);
    }
}
