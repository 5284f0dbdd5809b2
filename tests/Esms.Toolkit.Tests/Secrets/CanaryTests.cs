using System.Net;
using System.Net.Sockets;
using Esms.Tests.DependencyInjection;
using Esms.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Esms.Tests.Secrets;

/// <summary>Whatever a peer does, nothing that leaves the client holds a key, a phone number, a message or a one-time password.</summary>
[Collection(nameof(Quiet))]
public sealed class CanaryTests
{
    public static TheoryData<string> Misdeeds => [.. Secrets.Misdeeds.All.Keys];

    [Theory]
    [MemberData(nameof(Misdeeds))]
    public async Task Nothing_private_is_told(string misdeed)
    {
        await using var peer = new RawPeer(Secrets.Misdeeds.All[misdeed]);

        await AssertSilentAsync(peer.Options, isAnswered: misdeed is "accepts" or "sends the request as length"); // .NET reads on to the end when a length is none.

        Assert.True(peer.Received.Count >= 2 * PrivateCalls.All.Count);
        var sent = string.Join('\n', peer.Received);
        Assert.All(
            [Canaries.ApiKey, Canaries.Phone, Canaries.Content, Canaries.OneTimePassword],
            secret => Assert.Contains(Canaries.FormsOf(secret), form => sent.Contains(form, StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Nothing_private_is_told_when_nobody_is_there()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndpoint).Port}");
        socket.Stop();

        await AssertSilentAsync(
            new EsmsOptions
            {
                ApiKey = Canaries.ApiKey,
                SecretKey = Canaries.SecretKey,
                BaseAddress = address,
                MaxTries = 2,
                RetryDelay = TimeSpan.Zero,
            },
            isAnswered: false
        );
    }

    public static TheoryData<string> ProxyAnswers => [.. Secrets.ProxyAnswers.All.Keys];

    [Theory]
    [MemberData(nameof(ProxyAnswers))]
    public async Task Nothing_private_is_told_whatever_a_proxy_does(string answer)
    {
        await using var proxy = new RawPeer(Secrets.ProxyAnswers.All[answer]);

        await AssertSilentAsync(ThroughProxy($"http://{Login}@127.0.0.1:{proxy.Options.BaseAddress!.Port}"), isAnswered: false, waits: true);

        Assert.True(proxy.Received.Count >= 2 * PrivateCalls.All.Count);
        Assert.All(proxy.Received, static request => Assert.StartsWith("CONNECT ", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_private_is_told_when_a_socks_proxy_refuses_the_login()
    {
        await using var proxy = new SocksProxy();

        await AssertSilentAsync(ThroughProxy($"socks5://{Login}@127.0.0.1:{proxy.Port}"), isAnswered: false, waits: true);

        Assert.All(proxy.Passwords, static password => Assert.Equal(Canaries.ProxyPassword, password));
        Assert.True(proxy.Passwords.Count >= 2 * PrivateCalls.All.Count);
    }

    [Fact]
    public async Task Nothing_private_is_told_when_no_proxy_is_there() =>
        await AssertSilentAsync(ThroughProxy($"http://{Login}@127.0.0.1:1"), isAnswered: false, waits: true);

    /// <summary>As .NET finds it in the environment, where a login is part of the address.</summary>
    [Fact]
    public async Task Nothing_private_is_told_of_the_proxy_of_the_machine()
    {
        await using var proxy = new RawPeer(Secrets.ProxyAnswers.All["407"]);
        var proxyOfTheMachine = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy($"http://{Login}@127.0.0.1:{proxy.Options.BaseAddress!.Port}");
        try
        {
            var options = ThroughProxy(string.Empty);
            await AssertSilentAsync(options, isAnswered: false, waits: true);
            foreach (var create in PrimaryHandlers.OfServices.Values)
                await AssertSilentAsync(options, isAnswered: false, waits: true, create);
        }
        finally
        {
            HttpClient.DefaultProxy = proxyOfTheMachine;
        }
    }

    public static TheoryData<string> Handlers => [.. PrimaryHandlers.OfServices.Keys];

    /// <summary>.NET's own spans have the whole address, and the handlers of the application below it get to see it.</summary>
    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task Nothing_private_is_told_whatever_the_primary_handler_is(string handler)
    {
        foreach (var misdeed in new[] { "accepts", "redirects with the request" })
        {
            await using var peer = new RawPeer(Secrets.Misdeeds.All[misdeed]);
            await AssertSilentAsync(peer.Options, isAnswered: misdeed == "accepts", waits: true, PrimaryHandlers.OfServices[handler]);
        }
    }

    /// <summary>A test of the tests: what is planted is found, on each of the ways.</summary>
    [Fact]
    public void What_is_told_is_heard()
    {
        using var tap = new Wiretap();
        using var services = Services(new EsmsOptions(), tap).BuildServiceProvider();
        using var source = new System.Diagnostics.ActivitySource("planted");
        using var meter = new System.Diagnostics.Metrics.Meter("planted");
        using var events = new System.Diagnostics.Tracing.EventSource("planted");
        foreach (
            var (way, secret) in new[]
            {
                ("log", Canaries.ApiKey),
                ("trace", Canaries.SecretKey),
                ("metric", Canaries.Phone),
                ("event planted", Canaries.Content),
            }
        )
        {
            switch (way)
            {
                case "log":
                    services
                        .GetRequiredService<ILoggerFactory>()
                        .CreateLogger("planted")
                        .Log(LogLevel.Trace, default, secret, null, static (text, _) => $"/?ApiKey={Uri.EscapeDataString(text)}");
                    break;
                case "trace":
                    source.StartActivity("call")?.SetTag("url", WebUtility.UrlEncode(secret)).Stop();
                    break;
                case "metric":
                    meter.CreateCounter<long>("calls").Add(1, new KeyValuePair<string, object?>("phone", secret));
                    break;
                default:
                    events.Write("call", new { Text = secret });
                    break;
            }
            Assert.Contains(tap.Heard, heard => heard.StartsWith(way, StringComparison.Ordinal) && IsFound(heard));
        }
    }

    [Fact]
    public void What_an_exception_carries_is_found()
    {
        var exception = new InvalidOperationException(
            "outer",
            new InvalidOperationException("inner") { Data = { ["key"] = $"...{Convert.ToBase64String("ab"u8)}" } }
        );
        Assert.False(IsFound(ExceptionText.Of(exception)));

        for (var offset = 0; offset < 3; offset++)
        {
            exception.InnerException!.Data["key"] = Convert.ToBase64String(
                [.. new byte[offset], .. System.Text.Encoding.UTF8.GetBytes(Canaries.SecretKey), 1, 2]
            );
            Assert.True(IsFound(ExceptionText.Of(exception)));
        }
    }

    private static bool IsFound(string text) => Record.Exception(() => Canaries.AssertNothingPrivateIn(text)) is Xunit.Sdk.TrueException;

    private static string Login => $"{Uri.EscapeDataString(Canaries.ProxyUser)}:{Uri.EscapeDataString(Canaries.ProxyPassword)}";

    private static EsmsOptions ThroughProxy(string address) =>
        new()
        {
            ApiKey = Canaries.ApiKey,
            SecretKey = Canaries.SecretKey,
            Proxy = address.Length == 0 ? null : new WebProxy(address),
            MaxTries = 2,
            RetryDelay = TimeSpan.FromMilliseconds(1),
        };

    private static async Task AssertSilentAsync(
        EsmsOptions options,
        bool isAnswered,
        bool waits = false,
        Action<IHttpClientBuilder>? configure = null
    )
    {
        // Only what is to be waited for in vain ends soon: on a busy machine an answer takes its time.
        options.TryTimeout = isAnswered || waits ? TimeSpan.FromSeconds(60) : TimeSpan.FromMilliseconds(400);
        options.MaxResponseBytes = 100_000;
        using var tap = new Wiretap();
        using var direct = new EsmsClient(options);
        var collection = Services(options, tap, configure);
        await using var services = collection.BuildServiceProvider();
        var ends = await Task.WhenAll(
            new[] { direct, services.GetRequiredService<EsmsClient>() }.SelectMany(static esms =>
                PrivateCalls.All.Select(call => EndAsync(esms, call))
            )
        );

        Assert.All(ends, Canaries.AssertNothingPrivateIn);
        Assert.All(tap.Heard, Canaries.AssertNothingPrivateIn);
        Assert.All(
            PrivateCalls.Requests.Append(options).Append(direct).Append(direct.Connection).Append(direct.Sms),
            static item => Canaries.AssertNothingPrivateIn(item.ToString())
        );
        Assert.Equal(isAnswered, ends.All(static end => !end.Contains("Exception", StringComparison.Ordinal)));
        Assert.Contains(tap.Heard, static heard => heard.StartsWith("event System.Net.Sockets", StringComparison.Ordinal));
    }

    /// <summary>What a call tells, however it ends.</summary>
    private static async Task<string> EndAsync(EsmsClient esms, Func<EsmsClient, Task<object>> call)
    {
        try
        {
            var answer = await call(esms);
            return answer is EsmsResult<SendCustomerCareResponse> { UnknownOutcome: { } unknown }
                ? $"{answer} {ExceptionText.Of(unknown)}"
                : $"{answer}";
        }
        catch (EsmsException exception)
        {
            return ExceptionText.Of(exception);
        }
    }

    private static ServiceCollection Services(EsmsOptions options, Wiretap tap, Action<IHttpClientBuilder>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(tap.Logs));
        var http = services.AddServer(options);
        configure?.Invoke(http);
        return services;
    }
}
