using System.Net;
using System.Text;
using Esms.Emulator.Tests.Harness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Esms.Emulator.Tests.Hosting;

/// <summary>Who is answered: texts, phone numbers and codes are in an emulator, and its keys are documented.</summary>
public sealed class AccessTests
{
    private const string Brandnames = "/MainService.svc/json/GetListBrandname/emulator-api-key/emulator-secret-key";
    private const string Messages = "/_emulator/messages";

    private static readonly HttpClient Http = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Administration =>
        new()
        {
            { "GET", "/" },
            { "GET", "/_emulator/page/inbox.js" },
            { "GET", "/_emulator/faults" },
            { "PUT", "/_emulator/faults" },
            { "DELETE", "/_emulator/faults" },
            { "GET", "/_emulator/clock" },
            { "PUT", "/_emulator/clock/advance" },
            { "GET", Messages },
            { "GET", "/_emulator/messages/1" },
            { "GET", "/_emulator/messages/1/details" },
            { "GET", "/_emulator/messages/1/timeline" },
            { "GET", "/_emulator/messages/1/callbacks" },
            { "PUT", "/_emulator/messages/1/deliver" },
            { "PUT", "/_emulator/messages/1/fail" },
            { "PUT", "/_emulator/messages/1/reject" },
            { "PUT", "/_emulator/messages/1/redeliver" },
            { "PUT", "/_emulator/messages/1/postpone" },
            { "GET", "/_emulator/requests" },
            { "GET", "/_emulator/contracts" },
            { "GET", "/_emulator/keys" },
            { "GET", "/_emulator/events" },
        };

    [Theory]
    [MemberData(nameof(Administration))]
    public async Task Administration_is_for_this_machine_whatever_Host_says(string method, string path)
    {
        await using var app = await StartAsync(IPAddress.Parse("203.0.113.7"));

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(app, method, path));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(app, method, path, ("Host", "127.0.0.1")));
    }

    [Theory]
    [MemberData(nameof(Administration))]
    public async Task Administration_is_for_names_of_this_machine(string method, string path)
    {
        await using var app = await StartAsync(IPAddress.Loopback);

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(app, method, path, ("Host", "stranger.example")));
    }

    [Theory]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Real-IP", "203.0.113.7")]
    [InlineData("X-Original-For", "203.0.113.7:5000")]
    [InlineData("Via", "1.1 proxy")]
    public async Task What_a_proxy_of_this_machine_passes_on_is_from_elsewhere(string header, string value)
    {
        await using var here = await StartAsync(IPAddress.Loopback);
        await using var inProcess = await StartAsync(null);

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(here, "GET", Messages, (header, value)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(inProcess, "GET", Messages, (header, value)));
    }

    [Theory]
    [InlineData("127.0.0.1", "localhost")]
    [InlineData("127.0.0.1", "LOCALHOST:5000")]
    [InlineData("127.0.0.1", "shop.localhost")]
    [InlineData("::1", "[::1]:5000")]
    [InlineData("::ffff:127.0.0.1", "127.0.0.2")]
    [InlineData(null, "stranger.example")] // A test server, which nobody reaches from elsewhere.
    public async Task This_machine_and_this_process_are_let_in(string? caller, string host)
    {
        await using var app = await StartAsync(caller is null ? null : IPAddress.Parse(caller));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "GET", Messages, ("Host", host)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "GET", Brandnames, ("Host", host)));
    }

    [Theory]
    [InlineData("127.0.0.1", "stranger.example", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1", "localhost.stranger.example", HttpStatusCode.Forbidden)]
    [InlineData("203.0.113.7", "stranger.example", HttpStatusCode.Forbidden)]
    [InlineData("203.0.113.7", "203.0.113.1:5000", HttpStatusCode.OK)]
    [InlineData("203.0.113.7", "[2001:db8::1]:5000", HttpStatusCode.OK)]
    public async Task Operations_are_asked_by_an_address_or_a_known_name(string caller, string host, HttpStatusCode status)
    {
        await using var app = await StartAsync(IPAddress.Parse(caller));

        Assert.Equal(status, await StatusAsync(app, "GET", Brandnames, ("Host", host)));
        Assert.Equal(
            status,
            await StatusAsync(app, "GET", "/nowhere", ("Host", host)) is HttpStatusCode.NotFound ? HttpStatusCode.OK : HttpStatusCode.Forbidden
        );
    }

    [Fact]
    public async Task A_name_of_the_options_is_known()
    {
        await using var app = await StartAsync(IPAddress.Loopback, new() { AllowedHosts = { "esms.test" } });

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "GET", Brandnames, ("Host", "esms.test:5000")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, "GET", Messages, ("Host", "ESMS.test:5000")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(app, "GET", Messages, ("Host", "other.test")));
    }

    [Theory]
    [InlineData("http://stranger.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:3000", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:5000", HttpStatusCode.OK)]
    public async Task A_page_of_another_origin_is_not_answered_whatever_the_application_allows(string origin, HttpStatusCode status)
    {
        await using var app = await StartAsync(IPAddress.Loopback);

        Assert.Equal(status, await StatusAsync(app, "GET", Messages, ("Host", "localhost:5000"), ("Origin", origin)));
        Assert.Equal(status, await StatusAsync(app, "GET", Brandnames, ("Host", "localhost:5000"), ("Origin", origin)));
    }

    [Fact]
    public async Task Over_sockets_it_is_the_same()
    {
        await using var desk = await Desk.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(desk.Esms.BaseAddress, Brandnames));
        request.Headers.Host = "stranger.example";

        using var refused = await Http.SendAsync(request, Cancellation);
        using var answered = await Http.GetAsync(new Uri(desk.Esms.BaseAddress, Brandnames), Cancellation);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (refused.StatusCode, answered.StatusCode));
        Assert.Contains("AllowedHosts", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_cache_of_the_application_keeps_an_answer()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddEsmsEmulator(new() { Clock = EmulatorClock.Stopped(Desk.Morning) });
        builder.Services.AddOutputCache(static cache => cache.AddBasePolicy(static policy => policy.Expire(TimeSpan.FromMinutes(5))));
        await using var app = builder.Build();
        app.UseOutputCache();
        app.MapEsmsEmulator();
        await app.StartAsync(Cancellation);
        var engine = app.Services.GetRequiredService<EmulatorEngine>();
        var client = app.GetTestClient();

        for (var i = 0; i < 2; i++)
        {
            await client.GetStringAsync(new Uri(Brandnames, UriKind.Relative), Cancellation);
            await client.GetStringAsync(new Uri("/_emulator/clock", UriKind.Relative), Cancellation);
        }
        engine.Clock.Advance(TimeSpan.FromHours(1));
        var clock = await client.GetStringAsync(new Uri("/_emulator/clock", UriKind.Relative), Cancellation);

        Assert.Equal(2, engine.Requests.Count);
        Assert.Contains("2026-01-05T04:00:00", clock, StringComparison.Ordinal);
    }

    /// <summary>An application with the emulator in it, to which every call comes from one address.</summary>
    private static async Task<WebApplication> StartAsync(IPAddress? caller, EsmsEmulatorOptions? options = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddEsmsEmulator(options);
        var app = builder.Build();
        app.Use(
            (context, next) =>
            {
                context.Connection.RemoteIpAddress = caller;
                return next(context);
            }
        );
        app.MapEsmsEmulator();
        await app.StartAsync(Cancellation);
        return app;
    }

    private static async Task<HttpStatusCode> StatusAsync(
        WebApplication app,
        string method,
        string path,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "PUT")
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await app.GetTestClient().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        return answer.StatusCode;
    }
}
