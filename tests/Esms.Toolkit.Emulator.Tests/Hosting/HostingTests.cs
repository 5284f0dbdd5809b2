using Esms.Emulator.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Esms.Emulator.Tests.Hosting;

/// <summary>The emulator inside of somebody's test server, where nothing goes over sockets.</summary>
public sealed class HostingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_lives_in_a_test_server_and_calls_back_into_it()
    {
        var options = new EsmsEmulatorOptions { Clock = EmulatorClock.Stopped(Desk.Morning) };
        var called = new List<string>();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddEsmsEmulator(options);
        await using var app = builder.Build();
        app.MapGet("/own", static () => "own");
        app.MapGet("/webhook", (HttpRequest request) => called.Add(request.QueryString.Value!));
        app.MapEsmsEmulator();
        await app.StartAsync(Cancellation);
        options.Callbacks.Handler = app.GetTestServer().CreateHandler();
        using var services = new ServiceCollection()
            .AddEsms(account =>
            {
                account.ApiKey = options.ApiKey;
                account.SecretKey = options.SecretKey;
                account.BaseAddress = new Uri("http://localhost");
            })
            .ConfigurePrimaryHttpMessageHandler(() => new TestServerHandler(app.GetTestServer().CreateHandler()))
            .Services.BuildServiceProvider();
        var engine = app.Services.GetRequiredService<EmulatorEngine>();

        var sent = await services
            .GetRequiredService<ISmsClient>()
            .SendCustomerCareAsync(
                new()
                {
                    Brandname = "Baotrixemay",
                    Phone = "0901888484",
                    Content = "a",
                    CallbackUrl = "http://localhost/webhook",
                },
                Cancellation
            );
        engine.Clock.Advance(TimeSpan.FromMinutes(1));
        await engine.SettleAsync(Cancellation);

        Assert.Equal(sent.SmsId, DeliveryCallback.Parse(Assert.Single(called)).SmsId);
        Assert.Equal("own", await app.GetTestClient().GetStringAsync(new Uri("/own", UriKind.Relative), Cancellation));
    }

    [Fact]
    public async Task It_can_stand_under_a_path()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddEsmsEmulator();
        await using var app = builder.Build();
        app.MapEsmsEmulator("/esms");
        await app.StartAsync(Cancellation);

        using var answer = await app.GetTestClient()
            .GetAsync(new Uri("/esms/MainService.svc/json/GetListBrandname/emulator-api-key/emulator-secret-key", UriKind.Relative), Cancellation);

        Assert.Contains("Baotrixemay", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_of_another_library_can_be_followed()
    {
        var time = new FakeTimeProvider(Desk.Morning);
        await using var desk = await Desk.StartAsync(new() { Clock = EmulatorClock.Running(time) });

        await desk.SendSmsAsync(callBack: false);
        time.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(EmulatedOutcome.Delivered, desk.Esms.Messages.Single().Outcome);
    }
}
