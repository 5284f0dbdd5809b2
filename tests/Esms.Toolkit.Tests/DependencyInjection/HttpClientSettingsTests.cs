using Esms.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Esms.Tests.DependencyInjection;

/// <summary>Settings of an HttpClient, which no call goes through.</summary>
public sealed class HttpClientSettingsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, Action<IHttpClientBuilder>> Settings =>
        new()
        {
            {
                "set EsmsOptions.Timeout and EsmsOptions.TryTimeout",
                static http => http.ConfigureHttpClient(static c => c.Timeout = TimeSpan.FromSeconds(3))
            },
            {
                "set EsmsOptions.BaseAddress",
                static http => http.ConfigureHttpClient(static (_, client) => client.BaseAddress = new Uri("https://gateway.test"))
            },
            {
                "add a handler with AddHttpMessageHandler",
                static http => http.ConfigureHttpClient(static client => client.DefaultRequestHeaders.Add("X-Tenant", "1"))
            },
            { "set EsmsOptions.MaxResponseBytes", static http => http.ConfigureHttpClient(static c => c.MaxResponseContentBufferSize = 10) },
            {
                "set EsmsOptions.BaseAddress",
                static http =>
                    http.ConfigureHttpClient(
                        static (services, client) =>
                            client.BaseAddress = new Uri(
                                $"https://{services.GetRequiredService<IOptionsMonitor<EsmsOptions>>().Get("otp").ApiKey}.test"
                            )
                    )
            },
        };

    [Theory]
    [MemberData(nameof(Settings), DisableDiscoveryEnumeration = true)]
    public async Task What_has_no_effect_stops_the_start_and_says_what_to_use(string instead, Action<IHttpClientBuilder> configure)
    {
        foreach (var name in new[] { null, "otp" })
        {
            var builder = Host.CreateEmptyApplicationBuilder(null);
            builder.Services.AddEsmsConnection("otp", Account);
            configure(builder.Services.AddEsmsConnection(name, Account));
            using var host = builder.Build();

            var atStart = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancellation));
            var atUse = Assert.Throws<OptionsValidationException>(() =>
                name is null ? host.Services.GetRequiredService<EsmsConnection>() : host.Services.GetRequiredKeyedService<EsmsConnection>(name)
            );

            Assert.All(
                [atStart.Message, atUse.Message],
                message =>
                {
                    Assert.StartsWith("ConfigureHttpClient on the HTTP client \"Esms", message, StringComparison.Ordinal);
                    Assert.Contains(instead, message, StringComparison.Ordinal);
                }
            );
        }
    }

    private static readonly IReadOnlyDictionary<string, Action<IServiceCollection, IHttpClientBuilder>> AllowedSettings = new Dictionary<
        string,
        Action<IServiceCollection, IHttpClientBuilder>
    >
    {
        ["for all clients"] = static (services, _) =>
            services.ConfigureHttpClientDefaults(static all =>
                all.ConfigureHttpClient(static client =>
                {
                    client.Timeout = TimeSpan.FromSeconds(3);
                    client.DefaultRequestHeaders.Add("User-Agent", "application");
                })
            ),
        ["no time limit, as packages for resilience set"] = static (_, http) =>
            http.ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan),
        ["a time limit for all clients, and none for this one"] = static (services, http) =>
        {
            services.ConfigureHttpClientDefaults(static all => all.ConfigureHttpClient(static client => client.Timeout = TimeSpan.FromSeconds(3)));
            http.ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan);
        },
        ["another client"] = static (services, _) =>
            services.AddHttpClient("other", static client => client.BaseAddress = new Uri("https://other.test")).AddAsKeyed(),
        ["a lifetime"] = static (_, http) => http.SetHandlerLifetime(TimeSpan.FromSeconds(1)),
        ["keyed"] = static (_, http) => http.AddAsKeyed(),
        ["a logger"] = static (_, http) => http.AddDefaultLogger().RedactLoggedHeaders(["X-Secret"]),
    };

    public static TheoryData<string> Allowed => [.. AllowedSettings.Keys];

    [Theory]
    [MemberData(nameof(Allowed))]
    public async Task What_is_for_all_clients_or_takes_nothing_away_is_allowed(string settings)
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        AllowedSettings[settings](builder.Services, builder.Services.AddServer(server));
        using var host = builder.Build();
        await host.StartAsync(Cancellation);

        await host.Services.GetRequiredService<EsmsClient>().Messages.GetSendStatusAsync("1", Cancellation);

        Assert.Single(server.Received);
        await host.StopAsync(Cancellation);
    }

    private static void Account(EsmsOptions options) => options.ApiKey = options.SecretKey = "key";
}
