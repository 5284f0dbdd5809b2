using Esms.Tests.Receiving.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Esms.Tests.Receiving;

public sealed class TokenTests
{
    private const string Former = "CANARY-former-0c6d2f7a91e34b58d3f9";

    public static TheoryData<string> WrongPaths =>
        [
            $"/esms/{Receiver.Token[..^1]}0",
            $"/esms/{Receiver.Token.ToUpperInvariant()}",
            $"/esms/{Receiver.Token}0",
            "/esms/",
            "/esms/***",
            "/esms/%2A%2A%2A",
            "/esms/x",
            $"/esms/x/{Receiver.Token}",
            $"/{Receiver.Token}",
            $"/esms/%00{Receiver.Token}",
            $"/esms/{Receiver.Token}%20",
        ];

    [Theory]
    [MemberData(nameof(WrongPaths))]
    public async Task Another_token_finds_nothing(string path)
    {
        var handled = 0;
        await using var receiver = await Receiver.OfDeliveriesAsync((_, _) => Task.FromResult(Interlocked.Increment(ref handled)));

        // On one connection with a right one before and behind, so that nothing of one request is left for the next.
        Assert.Equal(200, (await receiver.GetAsync("SMSID=1")).Status);
        var answer = await receiver.GetAsync("SMSID=2", path);
        Assert.Equal(200, (await receiver.GetAsync("SMSID=3")).Status);

        Assert.InRange(answer.Status, 400, 404);
        Assert.Equal(2, handled);
    }

    [Fact]
    public async Task The_token_before_is_taken_too()
    {
        await using var receiver = await Receiver.OfDeliveriesAsync(
            static (_, _) => Task.CompletedTask,
            static options => options.FormerToken = Former
        );

        Assert.Equal(200, (await receiver.GetAsync(Published.Viber)).Status);
        Assert.Equal(200, (await receiver.GetAsync(Published.Viber, $"/esms/{Former}")).Status);
    }

    [Fact]
    public async Task The_rest_of_the_application_is_not_touched()
    {
        await using var receiver = await Receiver.StartAsync(app =>
            app.Map(
                "/{**rest}",
                (Microsoft.AspNetCore.Http.RequestDelegate)(
                    static context =>
                        Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(
                            context.Response,
                            $"{context.Request.Path}{context.Request.QueryString}"
                        )
                )
            )
        );

        Assert.Equal("/a/b?c=d%20e", (await receiver.GetAsync("c=d%20e", "/a/b")).Body);
    }

    [Theory]
    [InlineData("")]
    [InlineData("CANARY-short")]
    [InlineData("CANARY-CANARY-CANARY-CANARY-CANARY-CANARY")]
    [InlineData("CANARY/with/slashes/5b1f9e27c3d84a60b7e2")]
    [InlineData("CANARY with blanks 5b1f9e27c3d84a60b7e2")]
    public async Task A_token_that_can_be_guessed_stops_the_start_and_is_not_told(string token)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            Receiver.StartAsync(static _ => { }, options => options.Token = token)
        );

        Assert.Contains("EsmsCallbackOptions: Token ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("CANARY", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_options_are_checked_at_the_start_too()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            Receiver.StartAsync(
                static _ => { },
                static options =>
                {
                    options.FormerToken = "short";
                    options.ShortNumberPrivateKey = " ";
                    options.Answer = (EsmsCallbackAnswer)7;
                    options.MaxConcurrency = options.MaxPending = options.RememberAtMost = options.MaxLength = 0;
                    options.GiveUpAfter = options.RetryDelay = options.RememberFor = TimeSpan.Zero;
                    options.ConfirmByAsking = true;
                }
            )
        );

        Assert.All(
            typeof(EsmsCallbackOptions).GetProperties().Select(static property => property.Name).Except(["Token", "Account"]),
            name => Assert.Contains(exception.Failures, failure => failure.StartsWith($"EsmsCallbackOptions: {name} ", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Options_come_from_configuration()
    {
        var token = EsmsCallbackToken.Create();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Token"] = token,
                    ["Answer"] = "WhenQueued",
                    ["GiveUpAfter"] = "00:00:30",
                }
            )
            .Build();
        await using var receiver = await Receiver.StartAsync(
            static app => Assert.Equal((EsmsCallbackAnswer.WhenQueued, 30), OptionsOf(app)),
            addServices: services => services.AddEsmsCallbacks(configuration)
        );
    }

    [Fact]
    public void A_new_token_is_another_each_time_and_strong_enough()
    {
        var tokens = Enumerable.Range(0, 1000).Select(static _ => EsmsCallbackToken.Create()).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(1000, tokens.Count);
        Assert.All(
            tokens,
            static token =>
            {
                Assert.Equal(43, token.Length);
                Assert.Equal(token, Uri.EscapeDataString(token));
            }
        );
    }

    [Fact]
    public async Task Mistakes_of_the_developer_are_told_at_the_start()
    {
        var pattern = await Assert.ThrowsAsync<ArgumentException>(() =>
            Receiver.StartAsync(static app => app.MapEsmsDeliveryCallback("/esms", static (_, _) => Task.CompletedTask))
        );
        var builder = WebApplication.CreateSlimBuilder();
        await using var without = builder.Build();
        var missing = Assert.Throws<InvalidOperationException>(() =>
            without.MapEsmsDeliveryCallback("/esms/{token}", static (_, _) => Task.CompletedTask)
        );

        Assert.Contains("{token}", pattern.Message, StringComparison.Ordinal);
        Assert.Contains("AddEsmsCallbacks", missing.Message, StringComparison.Ordinal);
    }

    private static (EsmsCallbackAnswer, int) OptionsOf(WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<EsmsCallbackOptions>>().Value;
        return (options.Answer, (int)options.GiveUpAfter.TotalSeconds);
    }
}
