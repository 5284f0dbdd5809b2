using Esms.Wire.Tests.Service;
using Microsoft.Extensions.DependencyInjection;

namespace Esms.Wire.Tests;

/// <summary>The handlers of Microsoft.Extensions.Http.Resilience, as applications made from the templates of Aspire have them for every client.</summary>
public sealed class ResilienceTests
{
    private static readonly SendCustomerCareRequest Message = new()
    {
        Brandname = "Baotrixemay",
        Phone = "0901888484",
        Content = RawService.MarkOf(1),
        RequestId = "order-1",
    };

    private static readonly SendZaloTemplateBulkRequest Bulk = new()
    {
        OfficialAccountId = "4097311281936189049",
        TemplateId = "200607",
        Messages = [new() { Phone = "0901888484", Params = [RawService.MarkOf(1)] }],
    };

    private static readonly SendOtpRequest Otp = new()
    {
        Brandname = "Baotrixemay",
        Phone = "0901888484",
        Content = $"{RawService.MarkOf(1)} {{OTP}}",
    };

    public static TheoryData<string> Kinds => ["standard", "hedging", "defaults", "defaults with hedging"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_keyed_send_whose_answer_is_lost_is_accepted_once(string kind)
    {
        var (entry, esms, ends) = Start(kind, Fault("lost after, once"));
        await using var _ = ends;

        // The handlers take a connection that breaks for something to try again, and so does the client.
        var answer = await esms.Sms.SendCustomerCareAsync(Message, Cancellation);

        Assert.True(answer.WasAlreadyAccepted);
        Assert.Equal((1, 2), (entry.Accepted, entry.OnTheWire));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_could_send_twice_goes_out_once(string kind)
    {
        var (entry, esms, ends) = Start(kind, Fault("lost after"));
        await using var _ = ends;

        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Zalo.SendZaloTemplateBulkAsync(Bulk, Cancellation));
        Assert.Equal(1, entry.OnTheWire);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_could_send_twice_and_is_in_an_address_goes_out_once(string kind)
    {
        var (entry, esms, ends) = Start(kind, Fault("503 with html"));
        await using var _ = ends;

        await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Otp.SendOtpAsync(Otp, Cancellation));
        Assert.Equal(1, entry.OnTheWire);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_call_that_reads_is_tried_again_by_whoever_wants(string kind)
    {
        var (entry, esms, ends) = Start(kind, Fault("lost before, once"));
        await using var _ = ends;

        await esms.Messages.GetSendStatusAsync(RawService.MarkOf(1), Cancellation);
        Assert.Equal(2, entry.OnTheWire);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_send_to_a_service_that_is_not_there_is_not_sent_for_certain(string kind)
    {
        var (_, esms, ends) = Start(kind, Service.Fault.None);
        await ends.Service.DisposeAsync();
        await using var _2 = ends;

        await Assert.ThrowsAsync<EsmsTransportException>(() => esms.Sms.SendCustomerCareAsync(Message, Cancellation));
        await Assert.ThrowsAsync<EsmsTransportException>(() => esms.Zalo.SendZaloTemplateBulkAsync(Bulk, Cancellation));
    }

    private static Fault Fault(string name) => Service.Fault.All.Single(fault => fault.Name == name);

    private static (Entry Entry, EsmsClient Esms, Ends Ends) Start(string kind, Fault fault)
    {
        var service = new RawService();
        var entry = new Entry(fault);
        service.Expect(1, entry);
        var services = new ServiceCollection();
        if (kind.StartsWith("defaults", StringComparison.Ordinal))
            services.ConfigureHttpClientDefaults(http => Add(http, kind));
        var added = services.AddEsms(options =>
        {
            (options.ApiKey, options.SecretKey, options.BaseAddress) = ("key", "secret", service.Address);
            (options.MaxTries, options.RetryDelay) = (2, TimeSpan.FromMilliseconds(1));
        });
        if (!kind.StartsWith("defaults", StringComparison.Ordinal))
            Add(added, kind);
        var provider = services.BuildServiceProvider();
        return (entry, provider.GetRequiredService<EsmsClient>(), new Ends(service, provider));
    }

    private static void Add(IHttpClientBuilder http, string kind)
    {
        if (kind.EndsWith("hedging", StringComparison.Ordinal))
            http.AddStandardHedgingHandler();
        else
            http.AddStandardResilienceHandler(static options => options.Retry.Delay = TimeSpan.FromMilliseconds(1));
    }

    private sealed record Ends(RawService Service, ServiceProvider Provider) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Provider.DisposeAsync();
            await Service.DisposeAsync();
        }
    }
}
