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

    private static async Task AssertSilentAsync(EsmsOptions options, bool isAnswered)
    {
        // Only what is to be waited for in vain ends soon: on a busy machine an answer takes its time.
        options.TryTimeout = isAnswered ? TimeSpan.FromSeconds(60) : TimeSpan.FromMilliseconds(400);
        options.MaxResponseBytes = 100_000;
        using var tap = new Wiretap();
        using var direct = new EsmsClient(options);
        await using var services = Services(options, tap).BuildServiceProvider();
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

    private static ServiceCollection Services(EsmsOptions options, Wiretap tap)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(tap.Logs));
        services.AddServer(options);
        return services;
    }
}
