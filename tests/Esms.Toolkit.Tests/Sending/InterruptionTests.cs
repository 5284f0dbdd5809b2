using Esms.Tests.Server;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Esms.Tests.Sending;

/// <summary>What happens between two tries, or under the client, and must not make a send that may be accepted look like one that is not.</summary>
public sealed class InterruptionTests
{
    private static readonly SendCustomerCareRequest Message = new()
    {
        Brandname = "Baotrixemay",
        Phone = "0901888484",
        Content = "686868 la ma xac minh",
        RequestId = "order-1",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_that_is_disposed_of_between_tries_does_not_hide_a_send_that_is_out()
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer);
        var options = service.Options;
        options.RetryDelay = TimeSpan.FromSeconds(20);
        using var esms = new EsmsClient(options);

        var send = esms.Sms.SendCustomerCareAsync(Message, Cancellation);
        while (service.Accepted == 0)
            await Task.Delay(1, Cancellation);
        esms.Dispose();

        Assert.Equal("order-1", (await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => send)).RequestId);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => esms.Sms.SendCustomerCareAsync(Message, Cancellation));
        Assert.Single(service.Received);
    }

    [Fact]
    public async Task Cancelling_while_a_second_try_waits_for_its_turn_tells_the_id()
    {
        using var cancellation = new CancellationTokenSource();
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer, Steps.Status(429, retryAfter: "30"));
        var options = service.Options;
        options.RetryDelay = TimeSpan.FromSeconds(4); // At least half of it, in which the other send goes out.
        using var esms = new EsmsClient(options);
        var send = esms.Sms.SendCustomerCareAsync(Message, cancellation.Token);
        while (service.Accepted == 0)
            await Task.Delay(1, Cancellation);
        var other = new SendCustomerCareRequest
        {
            Brandname = "Baotrixemay",
            Phone = "0901888485",
            Content = "another",
        };
        await Assert.ThrowsAsync<EsmsTransportException>(() =>
            esms.With(new EsmsCallOptions { MaxTries = 1 }).Sms.SendCustomerCareAsync(other, Cancellation)
        );

        // By now the pause is over, and the operation is held for half a minute.
        await Task.Delay(TimeSpan.FromSeconds(5), Cancellation);
        await cancellation.CancelAsync();

        Assert.Equal("order-1", (await Assert.ThrowsAsync<EsmsSendCanceledException>(() => send)).RequestId);
        Assert.Equal(2, service.Received.Count);
    }

    [Fact]
    public async Task A_disposed_object_in_a_handler_is_a_failure_as_any_other()
    {
        await using var service = await FlakyService.StartAsync();
        using var handler = new AfterwardsHandler(static () => throw new ObjectDisposedException("a stream of the handler's"));
        using var esms = Client(service, handler);

        var unknown = await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Sms.SendCustomerCareAsync(Message, Cancellation));

        Assert.IsType<EsmsTransportException>(Assert.Single(unknown.Tries));
        Assert.Equal(1, service.Accepted);
    }

    /// <summary>
    /// HttpClient tells its timeout nearly as the HTTP stack tells that no connection came about. In a handler, the request was out.
    /// </summary>
    [Fact]
    public async Task A_timeout_of_an_HttpClient_in_a_handler_does_not_mean_that_nothing_was_sent()
    {
        await using var service = await FlakyService.StartAsync();
        using var handler = new AfterwardsHandler(static () =>
            throw new TaskCanceledException("late", new TimeoutException("late", new TaskCanceledException()))
        );
        using var esms = Client(service, handler);

        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Sms.SendCustomerCareAsync(Message, Cancellation));
    }

    /// <summary>
    /// .NET repeats a request without a body by itself, up to three times, when the service closes a kept connection instead of answering.
    /// </summary>
    [Fact]
    public async Task A_send_in_an_address_goes_out_once_when_a_kept_connection_is_closed()
    {
        var accepted = 0;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Path.Value!.Contains("GetSendStatus", StringComparison.Ordinal))
                return context.Response.WriteAsync(Answers.Finished);
            Interlocked.Increment(ref accepted);
            return context.Features.GetRequiredFeature<IConnectionTransportFeature>().Transport.Output.CompleteAsync().AsTask();
        });
        using var esms = new EsmsClient(server.Options);
        await esms.Messages.GetSendStatusAsync(Answers.SmsId, Cancellation);

        var otp = new SendOtpRequest
        {
            Phone = "0901888484",
            Brandname = "Baotrixemay",
            Content = "{OTP} la ma xac minh",
        };
        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Otp.SendOtpAsync(otp, Cancellation));

        Assert.Equal(1, accepted);
        Assert.Equal(string.Empty, server.Received.Last().Body);
    }

    private static EsmsClient Client(FlakyService service, HttpMessageHandler handler)
    {
        var options = service.Options;
        options.MaxTries = 1;
        return new EsmsClient(new EsmsConnection(options, handler));
    }

    /// <summary>Does something when the answer has come.</summary>
    private sealed class AfterwardsHandler(Action act) : DelegatingHandler(new HttpClientHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            act();
            return answer;
        }
    }
}
