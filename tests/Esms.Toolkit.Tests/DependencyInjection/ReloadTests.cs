using Esms.Tests.Secrets;
using Esms.Tests.Sending;
using Esms.Tests.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Esms.Tests.DependencyInjection;

/// <summary>A configuration that is reloaded while an application runs.</summary>
public sealed class ReloadTests
{
    private static readonly SendCustomerCareRequest Message = new()
    {
        Phone = "0901888484",
        Content = "x",
        Brandname = "Shop",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task New_keys_are_sent_from_the_next_call_on_for_each_account()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        var configuration = Configuration(server, "", "A:", "B:");
        await using var provider = Services(
            configuration,
            services => services.AddEsms("A", configuration.GetSection("A")).Services.AddEsms("B", configuration.GetSection("B"))
        );
        EsmsClient[] clients =
        [
            provider.GetRequiredService<EsmsClient>(),
            provider.GetRequiredKeyedService<EsmsClient>("A"),
            provider.GetRequiredKeyedService<EsmsClient>("B"),
        ];

        await CallAllAsync(clients);
        Change(configuration, ("ApiKey", "new"), ("B:ApiKey", "new-b"), ("B:SecretKey", "new-secret"));
        await CallAllAsync(clients);

        Assert.Equal(
            ["key/secret", "A:key/secret", "B:key/secret", "new/secret", "A:key/secret", "new-b/new-secret"],
            server.Received.Select(static request => $"{request.Query["ApiKey"]}/{request.Query["SecretKey"]}")
        );
    }

    [Fact]
    public async Task New_keys_are_sent_from_the_next_try_on_under_the_same_RequestId()
    {
        IConfigurationRoot? configuration = null;
        await using var server = await LoopbackServer.StartAsync(
            async (context, request) =>
            {
                if (!request.Body.Contains("\"new\"", StringComparison.Ordinal))
                {
                    Change(configuration!, ("ApiKey", "new"), ("SecretKey", "new-secret"));
                    context.Response.StatusCode = 503;
                    return;
                }
                await context.Response.WriteAsync("""{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "1" }""", context.RequestAborted);
            }
        );
        configuration = Configuration(server, "");
        await using var provider = Services(configuration);

        await provider.GetRequiredService<EsmsClient>().Sms.SendCustomerCareAsync(Message, Cancellation);

        Assert.Equal(2, server.Received.Count);
        Assert.Contains("\"SecretKey\":\"new-secret\"", server.Received.Last().Body, StringComparison.Ordinal);
        Assert.Single(server.Received.Select(static request => IdIn(request.Body)).Distinct());
    }

    /// <summary>By the same send, after a lost answer and a change of keys.</summary>
    [Fact]
    public async Task An_unknown_outcome_is_settled_with_the_new_keys()
    {
        await using var service = await FlakyService.StartAsync(Steps.LoseAnswer);
        var configuration = Configuration(service.Options.BaseAddress!, "");
        Change(configuration, ("MaxTries", "1"));
        await using var provider = Services(configuration);
        var sms = provider.GetRequiredService<ISmsClient>();

        var unknown = await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => sms.SendCustomerCareAsync(Message, Cancellation));
        Change(configuration, ("ApiKey", "new"));
        await unknown.SettleAsync(Cancellation);

        Assert.Contains("\"ApiKey\":\"new\"", service.Received.Last().Body, StringComparison.Ordinal);
    }

    /// <summary>Nothing throws, neither here nor in what reloads the configuration.</summary>
    [Theory]
    [InlineData("ApiKey", "", "ApiKey is not set.")]
    [InlineData("SecretKey", " ", "SecretKey is not set.")]
    [InlineData("MaxTries", "CANARY-many", "MaxTries must be a whole number.")]
    [InlineData("MaxTries", "21", "MaxTries must be 1 to 20.")]
    [InlineData("Timeout", "CANARY-long", "Timeout must be a duration such as 00:00:30.")]
    [InlineData("BaseAddress", "http://CANARY.test", "BaseAddress must be an absolute https address")]
    [InlineData("BaseAddress", "CANARY", "BaseAddress must be an absolute https address")]
    [InlineData("Proxy", "CANARY", "Proxy must have an address that begins with")]
    public async Task A_reload_with_a_mistake_keeps_the_last_valid_options_and_logs_an_error(string setting, string value, string problem)
    {
        using var lines = new LogLines();
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        var configuration = Configuration(server, "");
        await using var provider = Services(configuration, services => services.AddLogging(logging => logging.AddProvider(lines)));
        var esms = provider.GetRequiredService<EsmsClient>();

        Change(configuration, ("ApiKey", "CANARY-broken"), (setting, value));
        await esms.Messages.GetSendStatusAsync("1", Cancellation);
        configuration.Reload();
        using (var scope = provider.CreateScope())
            Assert.Equal("key", scope.ServiceProvider.GetRequiredService<IOptionsSnapshot<EsmsOptions>>().Value.ApiKey);

        Assert.Equal("key", Assert.Single(server.Received).Query["ApiKey"]);
        Assert.Equal("key", provider.GetRequiredService<IOptionsMonitor<EsmsOptions>>().CurrentValue.ApiKey);
        var line = Assert.Single(lines.OfEsms);
        Assert.StartsWith(
            "Esms Error: EsmsOptions were reloaded with mistakes. The last valid options stay in use. ",
            line,
            StringComparison.Ordinal
        );
        Assert.Contains(problem, line, StringComparison.Ordinal);
        Assert.DoesNotContain("CANARY", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reload_without_mistakes_after_one_with_them_is_used()
    {
        using var lines = new LogLines();
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        var configuration = Configuration(server, "", "A:");
        await using var provider = Services(
            configuration,
            services => services.AddLogging(logging => logging.AddProvider(lines)).AddEsms("A", configuration.GetSection("A"))
        );
        var esms = provider.GetRequiredKeyedService<EsmsClient>("A");

        Change(configuration, ("A:ApiKey", ""));
        Change(configuration, ("A:ApiKey", "new"));
        Change(configuration, ("A:ApiKey", ""));
        await esms.Messages.GetSendStatusAsync("1", Cancellation);

        Assert.Equal("new", Assert.Single(server.Received).Query["ApiKey"]);
        Assert.Equal(2, lines.OfEsms.Count());
        Assert.All(lines.OfEsms, static line => Assert.Contains("EsmsOptions \"A\"", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Time_limits_and_tries_are_used_from_the_next_call_on_beside_what_some_calls_have()
    {
        await using var server = await LoopbackServer.AnsweringAsync("", status: 503);
        var configuration = Configuration(server, "");
        await using var provider = Services(configuration);
        var esms = provider.GetRequiredService<EsmsClient>();
        var patient = esms.With(new() { Timeout = TimeSpan.FromMinutes(5) });
        var once = patient.With(new() { MaxTries = 1 });

        Change(configuration, ("MaxTries", "2"), ("RetryDelay", "00:00:00"));
        foreach (var client in new[] { esms, patient, once })
            await Assert.ThrowsAsync<EsmsTransportException>(() => client.Messages.GetSendStatusAsync("1", Cancellation));

        Assert.Equal(2 + 2 + 1, server.Received.Count);
    }

    [Theory]
    [InlineData("BaseAddress", "https://other.test")]
    [InlineData("ConnectTimeout", "00:00:03")]
    public async Task A_setting_that_needs_a_restart_is_warned_of(string setting, string value)
    {
        using var lines = new LogLines();
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        var configuration = Configuration(server, "");
        await using var provider = Services(configuration, services => services.AddLogging(logging => logging.AddProvider(lines)));
        var esms = provider.GetRequiredService<EsmsClient>();

        Change(configuration, (setting, value));
        await esms.Messages.GetSendStatusAsync("1", Cancellation);

        Assert.Single(server.Received);
        Assert.StartsWith($"Esms Warning: {setting} of EsmsOptions has changed.", Assert.Single(lines.OfEsms), StringComparison.Ordinal);
    }

    /// <summary>The answer to a try with the old keys may come after the new ones, and so may a second answer that repeats them.</summary>
    [Theory]
    [InlineData("OldKeyOfTheAccount")]
    [InlineData("NewKeyOfTheAccount")]
    public async Task Neither_old_nor_new_keys_that_a_peer_sends_back_are_told(string echoed)
    {
        IConfigurationRoot? configuration = null;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            Change(configuration!, ("ApiKey", "NewKeyOfTheAccount"));
            return context.Response.WriteAsync($$"""{ "CodeResponse": "100", "{{echoed}}": [ }""", context.RequestAborted);
        });
        configuration = Configuration(server, "");
        Change(configuration, ("ApiKey", "OldKeyOfTheAccount"));
        await using var provider = Services(configuration);
        var esms = provider.GetRequiredService<EsmsClient>();

        var exception = await Assert.ThrowsAsync<EsmsProtocolException>(() => esms.Messages.GetSendStatusAsync("1", Cancellation));

        Assert.DoesNotContain("KeyOfTheAccount", ExceptionText.Of(exception), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_connection_that_is_disposed_of_follows_no_more()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        var configuration = Configuration(server, "");
        var provider = Services(configuration);
        var esms = provider.GetRequiredService<EsmsClient>();
        await provider.DisposeAsync();

        Change(configuration, ("ApiKey", "new"));

        await Assert.ThrowsAsync<ObjectDisposedException>(() => esms.Messages.GetSendStatusAsync("1", Cancellation));
    }

    [Fact]
    public void Every_option_can_be_read_from_a_configuration_or_is_known_not_to_be()
    {
        var settings = new Dictionary<string, string?>
        {
            ["ApiKey"] = "key",
            ["SecretKey"] = "secret",
            ["BaseAddress"] = "https://gateway.test",
            ["Timeout"] = "00:00:01",
            ["TryTimeout"] = "00:00:02",
            ["MaxTries"] = "3",
            ["RetryDelay"] = "00:00:04",
            ["ConnectTimeout"] = "00:00:05",
            ["MaxResponseBytes"] = "6",
            ["Proxy"] = "http://proxy.test:7",
        };
        var services = new ServiceCollection();
        services.AddEsms(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        using var provider = services.BuildServiceProvider();

        var read = provider.GetRequiredService<IOptions<EsmsOptions>>().Value;

        var usual = new EsmsOptions();
        Assert.Equal(
            ["ClientCertificates"],
            typeof(EsmsOptions)
                .GetProperties()
                .Where(property => Equals(property.GetValue(read), property.GetValue(usual)))
                .Select(static property => property.Name)
        );
    }

    private static async Task CallAllAsync(IEnumerable<EsmsClient> clients)
    {
        foreach (var esms in clients)
            await esms.Messages.GetSendStatusAsync("1", Cancellation);
    }

    private static IConfigurationRoot Configuration(LoopbackServer server, params string[] prefixes) =>
        Configuration(server.Options.BaseAddress!, prefixes);

    private static IConfigurationRoot Configuration(Uri address, params string[] prefixes) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                prefixes.SelectMany(prefix =>
                    new KeyValuePair<string, string?>[]
                    {
                        new($"{prefix}ApiKey", $"{prefix}key"),
                        new($"{prefix}SecretKey", "secret"),
                        new($"{prefix}BaseAddress", address.AbsoluteUri),
                        new($"{prefix}RetryDelay", "00:00:00.001"),
                    }
                )
            )
            .Build();

    private static void Change(IConfigurationRoot configuration, params (string Key, string Value)[] settings)
    {
        foreach (var (key, value) in settings)
            configuration[key] = value;
        configuration.Reload();
    }

    private static ServiceProvider Services(IConfiguration configuration, Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddEsms(configuration);
        configure?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private static string IdIn(string body) => body.Split("\"RequestId\":\"")[1].Split('"')[0];
}
