using System.Net;

namespace Esms.Tests.Sending;

/// <summary>Handlers of the user's that do something which the wire cannot see, and what can be known all the same.</summary>
public sealed class UnseenHandlerTests
{
    private static readonly SendCustomerCareRequest Message = new()
    {
        Brandname = "Baotrixemay",
        Phone = "0901888484",
        Content = "686868 la ma xac minh",
        RequestId = "order-1",
    };

    private static readonly SendOtpRequest Otp = new()
    {
        Brandname = "Baotrixemay",
        Phone = "0901888484",
        Content = "{OTP} la ma xac minh",
    };

    private delegate Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancellationToken);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_handler_that_waits_no_longer_does_not_mean_that_nothing_was_sent()
    {
        await using var service = await FlakyService.StartAsync(Steps.Hang);
        using var client = Through(
            service,
            static async (request, send, ct) =>
            {
                var sending = send(request, ct);
                await Task.WhenAny(sending, Task.Delay(500, ct));
                throw new TaskCanceledException("The handler waits no longer.", new TimeoutException());
            }
        );
        while (service.Received.Count == 0)
            await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => client.Sms.SendCustomerCareAsync(Message, Cancellation));
    }

    /// <summary>Nobody has read the body, so nobody can have sent it.</summary>
    [Theory]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_handler_that_answers_by_itself_without_the_body_has_sent_nothing(int status)
    {
        await using var service = await FlakyService.StartAsync();
        using var client = Through(service, (_, _, _) => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status)));

        await Assert.ThrowsAsync<EsmsTransportException>(() => client.Sms.SendCustomerCareAsync(Message, Cancellation));
    }

    /// <summary>What stands in an address everybody can send who sees it.</summary>
    [Theory]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Of_a_send_in_an_address_it_is_not_known_whether_a_handler_that_answers_by_itself_has_sent_it(int status)
    {
        await using var service = await FlakyService.StartAsync();
        using var client = Through(service, (_, _, _) => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status)));

        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => client.Otp.SendOtpAsync(Otp, Cancellation));
    }

    [Fact]
    public async Task What_a_client_of_a_handlers_own_has_sent_is_not_called_unsent()
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer, Steps.LoseAnswer);
        using var own = new HttpClient();
        using var client = Through(service, (request, _, ct) => own.SendAsync(CopyOf(request), ct));

        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => client.Sms.SendCustomerCareAsync(Message, Cancellation));
        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => client.Zalo.SendZaloTemplateBulkAsync(HandlerTests.Bulk, Cancellation));
        Assert.Equal(2, service.Received.Count);
    }

    [Fact]
    public async Task What_could_send_twice_does_not_go_out_by_another_client_when_it_was_at_the_wire()
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer);
        using var own = new HttpClient();
        using var client = Through(
            service,
            async (request, send, ct) =>
            {
                try
                {
                    return await send(request, ct);
                }
                catch (HttpRequestException)
                {
                    return await own.SendAsync(CopyOf(request), ct);
                }
            }
        );

        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => client.Zalo.SendZaloTemplateBulkAsync(HandlerTests.Bulk, Cancellation));
        Assert.Single(service.Received);
    }

    [Fact]
    public async Task A_success_that_a_handler_made_up_after_a_lost_answer_is_not_believed()
    {
        await using var service = await FlakyService.StartAsync(Steps.Reset);
        using var client = Through(
            service,
            static async (request, send, ct) =>
            {
                try
                {
                    return await send(request, ct);
                }
                catch (HttpRequestException)
                {
                    return new HttpResponseMessage { Content = new StringContent("""{ "CodeResult": "100", "SMSID": "1", "detail": [] }""") };
                }
            }
        );

        var unknown = await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() =>
            client.Zalo.SendZaloTemplateBulkAsync(HandlerTests.Bulk, Cancellation)
        );

        Assert.Contains("a handler answered in place of the service", Assert.Single(unknown.Tries).Message, StringComparison.Ordinal);
    }

    /// <summary>What a handler may have sent by a client of its own, because it stands in an address or has been read, is not certain by what the handler says.</summary>
    [Theory]
    [InlineData("100", false)]
    [InlineData("100", true)]
    [InlineData("104", false)]
    [InlineData("104", true)]
    [InlineData("124", false)]
    [InlineData("124", true)]
    public async Task What_a_handler_made_up_after_a_lost_answer_is_not_believed(string code, bool readsBody)
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer, Steps.LoseAnswer, Steps.LoseAnswer);
        using var client = Through(
            service,
            async (request, send, ct) =>
            {
                if (readsBody && request.Content is not null)
                    await request.Content.ReadAsStringAsync(ct);
                try
                {
                    return await send(request, ct);
                }
                catch (HttpRequestException)
                {
                    return new HttpResponseMessage { Content = new StringContent($$"""{ "CodeResult": "{{code}}", "SMSID": "1", "detail": [] }""") };
                }
            }
        );

        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => client.Otp.SendOtpAsync(Otp, Cancellation));
        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => client.Sms.SendCustomerCareAsync(Message, Cancellation));
        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => client.Zalo.SendZaloTemplateBulkAsync(HandlerTests.Bulk, Cancellation));
        Assert.Equal(3, service.Received.Count);
    }

    /// <summary>A handler that reads the body, for a log or a signature, changes nothing.</summary>
    [Fact]
    public async Task A_body_can_be_read_on_its_way()
    {
        await using var service = await FlakyService.StartAsync();
        using var client = Through(
            service,
            static async (request, send, ct) =>
            {
                var before = await request.Content!.ReadAsStringAsync(ct);
                var answer = await send(request, ct);
                Assert.Equal(before, await request.Content.ReadAsStringAsync(ct));
                return answer;
            }
        );

        Assert.False((await client.Sms.SendCustomerCareAsync(Message, Cancellation)).WasAlreadyAccepted);
        await Assert.ThrowsAnyAsync<EsmsException>(() => client.Zalo.SendZaloTemplateBulkAsync(HandlerTests.Bulk, Cancellation));
        Assert.Equal(2, service.Received.Count);
    }

    /// <summary>What a handler sends later, when the caller has been told already.</summary>
    [Fact]
    public async Task Nothing_goes_out_when_the_call_has_ended()
    {
        await using var service = await FlakyService.StartAsync();
        var ended = new TaskCompletionSource<bool>();
        Task? later = null;
        using var client = Through(
            service,
            (request, send, _) =>
            {
                var copy = CopyOf(request);
                later = Task.Run(
                    async () =>
                    {
                        await ended.Task;
                        await send(copy, CancellationToken.None);
                    },
                    CancellationToken.None
                );
                throw new IOException("The circuit is open.");
            }
        );

        await Assert.ThrowsAsync<EsmsTransportException>(() => client.Sms.SendCustomerCareAsync(Message, Cancellation));
        ended.SetResult(true);

        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => later!);
        Assert.Equal("A handler sent SendCustomerCare after the call had ended: it did not go out.", problem.Message);
        Assert.Empty(service.Received);
    }

    /// <summary>A handler may ask for something else on the way, such as a token, through the handlers under it.</summary>
    [Fact]
    public async Task A_request_of_a_handlers_own_is_none_of_the_call()
    {
        await using var service = await FlakyService.StartAsync();
        using var client = Through(
            service,
            async (request, send, ct) =>
            {
                using var token = new HttpRequestMessage(HttpMethod.Get, new Uri(service.Options.BaseAddress!, "token"));
                (await send(token, ct)).Dispose();
                return await send(request, ct);
            }
        );

        await Assert.ThrowsAnyAsync<EsmsException>(() => client.Zalo.SendZaloTemplateBulkAsync(HandlerTests.Bulk, Cancellation));
        Assert.Equal((1, 2), (service.Accepted, service.Received.Count));
    }

    private static HttpRequestMessage CopyOf(HttpRequestMessage request) => new(request.Method, request.RequestUri) { Content = request.Content };

    private static EsmsClient Through(FlakyService service, Func<HttpRequestMessage, Send, CancellationToken, Task<HttpResponseMessage>> handle)
    {
        var options = service.Options;
        options.MaxTries = 1;
        return new EsmsClient(new EsmsConnection(options, new ActingHandler(handle)));
    }

    private sealed class ActingHandler(Func<HttpRequestMessage, Send, CancellationToken, Task<HttpResponseMessage>> handle)
        : DelegatingHandler(new HttpClientHandler { UseProxy = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            handle(request, base.SendAsync, cancellationToken);
    }
}
