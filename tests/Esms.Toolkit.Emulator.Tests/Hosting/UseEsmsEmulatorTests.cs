using System.Collections.Concurrent;
using System.Net;
using Esms.Emulator.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Esms.Emulator.Tests.Hosting;

/// <summary>One call leads an application that is tested to an emulator, and the callbacks back into it.</summary>
public sealed class UseEsmsEmulatorTests
{
    private const string Secret = "the-real-secret-key";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, "https://shop.example/hook")]
    [InlineData(true, "http://localhost/hook")]
    [InlineData(true, "https://localhost:7001/hook")]
    [InlineData(false, "https://shop.example/hook")]
    [InlineData(false, "http://shop.example:8080/hook")]
    [InlineData(false, "http://chợ.example/hook")]
    public async Task Callbacks_come_into_the_application_whatever_host_they_name(bool isTestServer, string to)
    {
        await using var app = await StartAsync(isTestServer);
        var emulator = app.App.Services.GetRequiredService<EsmsEmulator>();

        var sent = await SendAsync(app.App.Services.GetRequiredService<ISmsClient>(), to);
        emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        await emulator.SettleAsync(Cancellation);

        var (host, scheme, forwarded, query) = Assert.Single(app.Calls);
        Assert.Equal(sent.SmsId, DeliveryCallback.Parse(query).SmsId);
        Assert.Equal(new Uri(to).Authority, host);
        Assert.Equal(new Uri(to).Scheme, forwarded.Length > 0 ? forwarded : scheme);
        Assert.Equal(200, Assert.Single(emulator.Messages.CallbacksOf(sent.SmsId)).Status);
    }

    [Fact]
    public async Task Over_HTTP_the_application_is_asked_where_it_listens()
    {
        await using var app = await StartAsync(isTestServer: false);
        var emulator = app.App.Services.GetRequiredService<EsmsEmulator>();

        await SendAsync(app.App.Services.GetRequiredService<ISmsClient>(), $"{app.App.Urls.Single()}/hook");
        emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        await emulator.SettleAsync(Cancellation);

        Assert.Equal(new Uri(app.App.Urls.Single()).Authority, Assert.Single(app.Calls).Host);
    }

    [Fact]
    public async Task What_is_set_behind_it_ends_the_test_and_not_in_a_message()
    {
        var services = new ServiceCollection();
        services.AddEsms(Configure);
        services.UseEsmsEmulator();
        services.PostConfigureAll<EsmsOptions>(static options => options.BaseAddress = new Uri("https://rest.esms.vn"));
        await using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<ISmsClient>());

        Assert.Contains("Call UseEsmsEmulator behind every PostConfigure of EsmsOptions.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_account_calls_it_unnamed_and_named_added_before_and_after()
    {
        var services = new ServiceCollection();
        services.AddEsms(Configure);
        services.AddEsms("otp", Configure);
        services.UseEsmsEmulator(static options => options.Accounts.Add(Account("poor", 1m)));
        services.AddEsms("poor", Configure);
        services.AddEsms("Bán hàng/1", Configure);
        await using var provider = services.BuildServiceProvider();
        var emulator = provider.GetRequiredService<EsmsEmulator>();

        await SendAsync(provider.GetRequiredService<ISmsClient>());
        await SendAsync(provider.GetRequiredKeyedService<ISmsClient>("otp"));
        await SendAsync(provider.GetRequiredKeyedService<ISmsClient>("Bán hàng/1"));
        var refused = await Assert.ThrowsAsync<EsmsApiException>(() => SendAsync(provider.GetRequiredKeyedService<ISmsClient>("poor")));

        Assert.Equal(["main", "otp", "Bán hàng/1"], emulator.Messages.Select(static message => message.Account));
        Assert.Equal(EsmsResultCode.BalanceTooLow, refused.Code);
        Assert.Equal(emulator.OptionsOf("otp").ApiKey, provider.GetRequiredService<IOptionsMonitor<EsmsOptions>>().Get("otp").ApiKey);
    }

    [Fact]
    public async Task No_real_key_and_no_real_address_is_left()
    {
        var services = new ServiceCollection();
        services.PostConfigure<EsmsOptions>(Configure); // Of the application, which a test host's services come after.
        services.UseEsmsEmulator();
        services.AddEsms(Configure);
        await using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<EsmsOptions>>().Value;

        Assert.Equal("emulator-secret-key", options.SecretKey);
        Assert.True(options.BaseAddress!.IsLoopback);
    }

    [Fact]
    public async Task Each_call_adds_options_and_there_is_one_emulator()
    {
        var clock = EmulatorClock.Stopped(Desk.Morning);
        var services = new ServiceCollection();
        services.UseEsmsEmulator(options => options.Clock = clock);
        services.UseEsmsEmulator(static options => options.Balance = 5);
        await using var provider = services.BuildServiceProvider();

        var emulator = provider.GetRequiredService<EsmsEmulator>();

        Assert.Same(clock, emulator.Clock);
        Assert.Equal(5m, emulator.Engine.BalanceOf(emulator.Engine.Accounts[0]));
        Assert.Same(emulator, provider.GetRequiredService<EsmsEmulator>());
    }

    [Fact]
    public async Task It_stops_with_the_services_also_with_those_that_do_not_wait()
    {
        var provider = new ServiceCollection().UseEsmsEmulator().BuildServiceProvider();
        var address = provider.GetRequiredService<EsmsEmulator>().BaseAddress;
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(address, Cancellation)).StatusCode);

#pragma warning disable CA1849 // This is what is tested.
        provider.Dispose();
#pragma warning restore CA1849

        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(address, Cancellation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_application_that_throws_has_answered_with_500(bool isTestServer)
    {
        await using var app = await StartAsync(isTestServer);
        var emulator = app.App.Services.GetRequiredService<EsmsEmulator>();

        var sent = await SendAsync(app.App.Services.GetRequiredService<ISmsClient>(), "https://shop.example/throws");
        emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        await emulator.SettleAsync(Cancellation);

        Assert.Equal(500, Assert.Single(emulator.Messages.CallbacksOf(sent.SmsId)).Status);
    }

    [Fact]
    public async Task A_handler_of_a_test_that_throws_anything_is_no_answer()
    {
        await using var esms = await EsmsEmulator.StartAsync(
            new() { Clock = EmulatorClock.Stopped(Desk.Morning), Callbacks = { Handler = new Thrower(), MaxTries = 1 } },
            Cancellation
        );
        using var client = new EsmsClient(esms.Options);
        var sent = await SendAsync(client.Sms, "http://localhost/");
        esms.Clock.Advance(TimeSpan.FromMinutes(1));

        await esms.SettleAsync(Cancellation);

        Assert.Equal("no answer: KeyNotFoundException", Assert.Single(esms.Messages.CallbacksOf(sent.SmsId)).Error);
    }

    [Fact]
    public async Task What_is_sent_before_the_application_listens_is_called_back_when_it_does()
    {
        var (app, calls) = Build(isTestServer: true);
        await using var _ = app;
        var emulator = app.Services.GetRequiredService<EsmsEmulator>();
        await SendAsync(app.Services.GetRequiredService<ISmsClient>(), "https://shop.example/hook");
        emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        var settled = emulator.SettleAsync(Cancellation);

        await app.StartAsync(Cancellation);
        await settled;

        Assert.Single(calls);
    }

    private static async Task<SendCustomerCareResponse> SendAsync(ISmsClient sms, string? callbackUrl = null) =>
        await sms.SendCustomerCareAsync(
            new()
            {
                Brandname = "Baotrixemay",
                Phone = "0901888484",
                Content = "a",
                CallbackUrl = callbackUrl,
            },
            Cancellation
        );

    private static void Configure(EsmsOptions options)
    {
        options.ApiKey = "the-real-api-key";
        options.SecretKey = Secret;
    }

    private static EmulatorAccount Account(string name, decimal balance) =>
        new()
        {
            Name = name,
            ApiKey = name,
            SecretKey = name,
            Balance = balance,
        };

    private static async Task<RunningApp> StartAsync(bool isTestServer)
    {
        var (app, calls) = Build(isTestServer);
        await app.StartAsync(Cancellation);
        return new(app, calls);
    }

    private static (WebApplication App, ConcurrentQueue<Call> Calls) Build(bool isTestServer)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        if (isTestServer)
            builder.WebHost.UseTestServer();
        else
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddEsms(Configure);
        builder.Services.UseEsmsEmulator(static options => options.Clock = EmulatorClock.Stopped(Desk.Morning));
        var calls = new ConcurrentQueue<Call>();
        var app = builder.Build();
        app.MapGet("/throws", static string () => throw new KeyNotFoundException("the application's own"));
        app.MapGet(
            "/hook",
            (HttpRequest request) =>
                calls.Enqueue(new(request.Host.Value!, request.Scheme, request.Headers["X-Forwarded-Proto"].ToString(), request.QueryString.Value!))
        );
        return (app, calls);
    }

    private sealed record Call(string Host, string Scheme, string Forwarded, string Query);

    private sealed record RunningApp(WebApplication App, ConcurrentQueue<Call> Calls) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => App.DisposeAsync();
    }

    private sealed class Thrower : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new KeyNotFoundException();
    }
}
