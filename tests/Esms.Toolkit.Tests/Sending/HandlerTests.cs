using Esms.Tests.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Esms.Tests.Sending;

/// <summary>Handlers of the caller's that repeat requests behind the client's back.</summary>
public sealed class HandlerTests
{
    private static readonly SendCustomerCareRequest Message = new()
    {
        Brandname = "Baotrixemay",
        Phone = "0901888484",
        Content = "686868 la ma xac minh",
        RequestId = "order-1",
    };

    /// <summary>It has no key: a repeat would send twice.</summary>
    internal static readonly SendZaloTemplateBulkRequest Bulk = new()
    {
        OfficialAccountId = "4097311281936189049",
        TemplateId = "200607",
        Messages = [new() { Phone = "0901888484", Params = ["An"] }],
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_keyed_send_that_a_handler_repeats_is_accepted_once()
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer);
        await using var provider = Through(service, isHedge: false, maxTries: 1);

        var answer = await Client(provider).Sms.SendCustomerCareAsync(Message, Cancellation);

        Assert.True(answer.WasAlreadyAccepted);
        Assert.Equal((1, 2), (service.Accepted, service.Received.Count));
    }

    [Fact]
    public async Task A_keyed_send_that_a_handler_hedges_is_accepted_once()
    {
        using var bothThere = new CountdownEvent(2);
        FlakyService.Step loseFirst = async (context, accept) => await Steps.LoseAnswer(context, Together(bothThere, accept));
        await using var service = await FlakyService.StartAsync(loseFirst, (context, accept) => Steps.Answer(context, Together(bothThere, accept)));
        await using var provider = Through(service, isHedge: true, maxTries: 1);

        // Whichever of the two was accepted: the answer to the other one says so.
        var answer = await Client(provider).Sms.SendCustomerCareAsync(Message, Cancellation);

        Assert.Equal(answer.ResultCode == EsmsResultCode.DuplicateRequestId, answer.WasAlreadyAccepted);
        Assert.Equal((1, 2), (service.Accepted, service.Received.Count));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_could_send_twice_goes_out_once(bool isHedge)
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer);
        await using var provider = Through(service, isHedge, maxTries: 4);

        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => Client(provider).Zalo.SendZaloTemplateBulkAsync(Bulk, Cancellation));

        Assert.Single(service.Received);
        Assert.Equal(1, service.Accepted);
    }

    /// <summary>What must not go out twice is known by its address too, and that is the same for all clients.</summary>
    [Fact]
    public async Task A_client_without_handlers_sends_what_one_with_handlers_has_sent_before()
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer, Steps.LoseAnswer);
        await using var repeating = Through(service, isHedge: false, maxTries: 1);
        await using var plain = Through(service, maxTries: 1, static _ => { });

        foreach (var provider in new[] { repeating, plain })
            await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => Client(provider).Zalo.SendZaloTemplateBulkAsync(Bulk, Cancellation));

        Assert.Equal(2, service.Received.Count);
    }

    [Fact]
    public async Task A_send_that_no_handler_has_passed_on_is_not_sent_for_certain()
    {
        await using var service = await FlakyService.StartAsync();
        var services = new ServiceCollection();
        services
            .AddEsms(options =>
            {
                (options.ApiKey, options.SecretKey, options.BaseAddress, options.MaxTries) = (
                    service.Options.ApiKey,
                    service.Options.SecretKey,
                    service.Options.BaseAddress,
                    1
                );
            })
            .AddHttpMessageHandler(static () => new ClosedDoor());
        await using var provider = services.BuildServiceProvider();

        var failure = await Assert.ThrowsAsync<EsmsTransportException>(() => Client(provider).Sms.SendCustomerCareAsync(Message, Cancellation));

        Assert.Equal("order-1", failure.RequestId);
        Assert.Empty(service.Received);
    }

    /// <summary>What a handler passes on is the failure of its last request, which says nothing of the first.</summary>
    [Theory]
    [InlineData(429)]
    [InlineData(404)]
    public async Task A_plain_failure_of_a_repeat_leaves_the_send_unknown(int status)
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer, Steps.Status(status));
        await using var provider = Through(service, isHedge: false, maxTries: 1);

        var unknown = await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => Client(provider).Sms.SendCustomerCareAsync(Message, Cancellation));

        Assert.True((await unknown.SettleAsync(Cancellation)).WasAlreadyAccepted);
        Assert.Equal(1, service.Accepted);
    }

    [Theory]
    [InlineData(103)]
    [InlineData(160)]
    public async Task A_refusal_of_a_repeat_that_says_nothing_of_the_first_leaves_the_send_unknown(int code)
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer, Steps.Refuse(code));
        await using var provider = Through(service, isHedge: false, maxTries: 1);

        var unknown = await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => Client(provider).Sms.SendCustomerCareAsync(Message, Cancellation));

        Assert.True((await unknown.SettleAsync(Cancellation)).WasAlreadyAccepted);
    }

    [Fact]
    public async Task A_duplicate_after_a_try_that_a_handler_repeated_is_a_success()
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer, Steps.Refuse(160));
        await using var provider = Through(service, isHedge: false, maxTries: 2);

        Assert.True((await Client(provider).Sms.SendCustomerCareAsync(Message, Cancellation)).WasAlreadyAccepted);
    }

    /// <summary>A proxy, a certificate or a test double: a handler that takes the place of the client's own counts as well.</summary>
    [Fact]
    public async Task Behind_a_primary_handler_of_the_callers_a_send_whose_answer_was_lost_is_no_failure()
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer, Steps.LoseAnswer);
        await using var provider = Through(
            service,
            maxTries: 1,
            static http => http.ConfigurePrimaryHttpMessageHandler(static () => new HttpClientHandler())
        );

        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => Client(provider).Sms.SendCustomerCareAsync(Message, Cancellation));
        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => Client(provider).Zalo.SendZaloTemplateBulkAsync(Bulk, Cancellation));

        Assert.Equal(2, service.Received.Count);
    }

    /// <summary>Lets the service go on when both requests have arrived.</summary>
    private static Func<Task<string>> Together(CountdownEvent bothThere, Func<Task<string>> accept) =>
        async () =>
        {
            bothThere.Signal();
            await Task.Run(() => bothThere.Wait(Cancellation), Cancellation);
            return await accept();
        };

    private static EsmsClient Client(ServiceProvider provider) => provider.GetRequiredService<EsmsClient>();

    private static ServiceProvider Through(FlakyService service, bool isHedge, int maxTries) =>
        Through(service, maxTries, http => http.AddHttpMessageHandler(() => new RepeatingHandler(isHedge)));

    private static ServiceProvider Through(FlakyService service, int maxTries, Action<IHttpClientBuilder> configure)
    {
        var services = new ServiceCollection();
        configure(
            services.AddEsms(options =>
            {
                options.ApiKey = Canaries.ApiKey;
                options.SecretKey = Canaries.SecretKey;
                options.BaseAddress = service.Options.BaseAddress;
                options.MaxTries = maxTries;
                options.RetryDelay = TimeSpan.FromMilliseconds(1);
            })
        );
        return services.BuildServiceProvider();
    }

    private sealed class ClosedDoor : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new IOException("The circuit is open.");
    }
}
