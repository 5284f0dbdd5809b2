using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Esms.Tests.Sending;

/// <summary>Handlers of the user's that copy a request and leave out what they do not know, on every way into a client.</summary>
public sealed class CopyingHandlerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Ways => ["AddEsms", "filter", "PostConfigureAll", "defaults", "by hand"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_lost_answer_is_no_promise_that_nothing_was_sent(string way)
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer, Steps.LoseAnswer);
        using var client = new CopyingClient(service.Options, way, times: 1, maxTries: 1);

        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => client.Esms.Sms.SendCustomerCareAsync(Message("order-1"), Cancellation));
        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => client.Esms.Zalo.SendZaloTemplateBulkAsync(HandlerTests.Bulk, Cancellation));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_duplicate_after_a_lost_answer_is_success(string way)
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer);
        using var client = new CopyingClient(service.Options, way, times: 1, maxTries: 4);

        var answer = await client.Esms.Sms.SendCustomerCareAsync(Message("order-1"), Cancellation);

        Assert.True(answer.WasAlreadyAccepted);
        Assert.Equal((1, 2), (service.Accepted, service.Received.Count));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_could_send_twice_goes_out_once_however_often_it_is_copied(string way)
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer);
        using var client = new CopyingClient(service.Options, way, times: 2, maxTries: 4);

        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => client.Esms.Zalo.SendZaloTemplateBulkAsync(HandlerTests.Bulk, Cancellation));

        Assert.Single(service.Received);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Cancelling_tells_the_id_of_a_send_that_is_out(string way)
    {
        using var cancellation = new CancellationTokenSource();
        await using var service = await FlakyService.StartAsync(
            async (context, accept) =>
            {
                await cancellation.CancelAsync();
                await Steps.Hang(context, accept);
            }
        );
        using var client = new CopyingClient(service.Options, way, times: 1, maxTries: 1);

        var cancelled = await Assert.ThrowsAsync<EsmsSendCanceledException>(() =>
            client.Esms.Sms.SendCustomerCareAsync(Message("order-1"), cancellation.Token)
        );

        Assert.Equal(("order-1", cancellation.Token), (cancelled.RequestId, cancelled.CancellationToken));
    }

    /// <summary>What is remembered of the addresses of one client says nothing about the requests of another.</summary>
    [Fact]
    public async Task Clients_with_and_without_handlers_send_beside_one_another()
    {
        await using var service = await FlakyService.StartAsync();
        using var copying = new CopyingClient(service.Options, "AddEsms", times: 1, maxTries: 1);
        await using var services = new ServiceCollection()
            .AddEsms(options =>
                (options.ApiKey, options.SecretKey, options.BaseAddress) = (
                    service.Options.ApiKey,
                    service.Options.SecretKey,
                    service.Options.BaseAddress
                )
            )
            .Services.BuildServiceProvider();

        foreach (var esms in (EsmsClient[])[copying.Esms, services.GetRequiredService<EsmsClient>()])
            await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Zalo.SendZaloTemplateBulkAsync(HandlerTests.Bulk, Cancellation));

        Assert.Equal(2, service.Received.Count);
    }

    /// <summary>Nothing but this call can have used an id that the client has just made, whoever repeats it.</summary>
    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_duplicate_of_an_id_of_the_clients_own_is_success(string way)
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer);
        using var client = new CopyingClient(service.Options, way, times: 2, maxTries: 1);

        Assert.True((await client.Esms.Sms.SendCustomerCareAsync(Message(null), Cancellation)).WasAlreadyAccepted);
        Assert.Equal(1, service.Accepted);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_answer_is_believed(string way)
    {
        await using var service = await FlakyService.StartAsync(Steps.Answer, Steps.Refuse(103), Steps.Refuse(124));
        using var client = new CopyingClient(service.Options, way, times: 1, maxTries: 4);

        Assert.False((await client.Esms.Sms.SendCustomerCareAsync(Message("order-1"), Cancellation)).WasAlreadyAccepted);
        foreach (var code in new[] { EsmsResultCode.BalanceTooLow, EsmsResultCode.DuplicateRequestId })
        {
            var refusal = await Assert.ThrowsAsync<EsmsApiException>(() => client.Esms.Sms.SendCustomerCareAsync(Message("order-2"), Cancellation));
            Assert.Equal(code, refusal.Code);
        }
    }

    private static SendCustomerCareRequest Message(string? requestId) =>
        new()
        {
            Brandname = "Baotrixemay",
            Phone = "0901888484",
            Content = "686868 la ma xac minh",
            RequestId = requestId,
        };

    /// <summary>A client with a handler that copies.</summary>
    private sealed class CopyingClient : IDisposable
    {
        private readonly IDisposable _under;

        public CopyingClient(EsmsOptions options, string way, int times, int maxTries)
        {
            options.MaxTries = maxTries;
            if (way == "by hand")
            {
                var handler = new CopyingHandler(times) { InnerHandler = new HttpClientHandler() };
                (Esms, _under) = (new EsmsClient(new EsmsConnection(options, handler)), handler);
                return;
            }
            var services = new ServiceCollection();
            var http = services.AddEsms(account =>
                (account.ApiKey, account.SecretKey, account.BaseAddress, account.MaxTries, account.RetryDelay) = (
                    options.ApiKey,
                    options.SecretKey,
                    options.BaseAddress,
                    options.MaxTries,
                    options.RetryDelay
                )
            );
            Add(services, http, way, times);
            var provider = services.BuildServiceProvider();
            (Esms, _under) = (provider.GetRequiredService<EsmsClient>(), provider);
        }

        public EsmsClient Esms { get; }

        public void Dispose()
        {
            Esms.Connection.Dispose();
            _under.Dispose();
        }

        private static void Add(ServiceCollection services, IHttpClientBuilder http, string way, int times)
        {
            if (way == "filter")
                services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new LateFilter(times));
            else if (way == "PostConfigureAll")
                services.PostConfigureAll<HttpClientFactoryOptions>(options =>
                    options.HttpMessageHandlerBuilderActions.Add(builder => Change(builder, times))
                );
            else if (way == "defaults")
                services.ConfigureHttpClientDefaults(all => all.AddHttpMessageHandler(() => new CopyingHandler(times)));
            else
                http.AddHttpMessageHandler(() => new CopyingHandler(times));
        }

        private static void Change(HttpMessageHandlerBuilder builder, int times)
        {
            builder.PrimaryHandler = new HttpClientHandler();
            builder.AdditionalHandlers.Add(new CopyingHandler(times));
        }

        /// <summary>It comes after everything else.</summary>
        private sealed class LateFilter(int times) : IHttpMessageHandlerBuilderFilter
        {
            public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
                builder =>
                {
                    next(builder);
                    Change(builder, times);
                };
        }
    }

    /// <summary>Sends a copy that has the method, the address and the body, and after a failure another one.</summary>
    private sealed class CopyingHandler(int times) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var i = 1; ; i++)
            {
                try
                {
                    return await base.SendAsync(
                        new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content },
                        cancellationToken
                    );
                }
                catch (HttpRequestException) when (i < times)
                {
                    // Once more.
                }
            }
        }
    }
}
