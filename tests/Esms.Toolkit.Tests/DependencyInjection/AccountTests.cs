using Esms.Tests.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Esms.Tests.DependencyInjection;

/// <summary>Which account is whose.</summary>
public sealed class AccountTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void An_empty_name_is_refused_and_leaves_the_account_without_a_name_alone()
    {
        var services = new ServiceCollection();
        services.AddEsms(static options => options.ApiKey = options.SecretKey = "A");

        Assert.Equal("name", Assert.Throws<ArgumentException>(() => services.AddEsms("", static options => options.ApiKey = "B")).ParamName);
        Assert.Equal(
            "name",
            Assert.Throws<ArgumentException>(() => services.AddEsmsConnection("", static options => options.ApiKey = "B")).ParamName
        );

        using var provider = services.BuildServiceProvider();
        Assert.Equal("A", provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<EsmsOptions>>().Value.ApiKey);
        Assert.Null(provider.GetKeyedService<EsmsConnection>(""));
    }

    [Fact]
    public async Task Names_that_differ_in_anything_are_different_accounts()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        string?[] names = [null, "otp", "OTP", " ", "a:b", "a", "Esms", "default"];
        var services = new ServiceCollection();
        foreach (var name in names)
            services.AddEsmsConnection(name, Account(server, $"key of '{name}'"));
        await using var provider = services.BuildServiceProvider();

        foreach (var name in names)
        {
            var connection = name is null ? provider.GetRequiredService<EsmsConnection>() : provider.GetRequiredKeyedService<EsmsConnection>(name);
            using var esms = new EsmsClient(connection);
            await esms.Messages.GetSendStatusAsync("1", Cancellation);
        }

        Assert.Equal(names.Select(static name => $"key of '{name}'"), server.Received.Select(static request => request.Query["ApiKey"]));
    }

    /// <summary>As with all options: two libraries may add the same account, and the last one sets what it sets.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("otp")]
    public async Task An_account_that_is_added_twice_is_one_with_the_options_and_handlers_of_both(string? name)
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        using var primary = new CountingHandler { InnerHandler = new HttpClientHandler() };
        var counter = new CountingHandler();
        var services = new ServiceCollection();
        services.AddEsmsConnection(name, Account(server, "first")).ConfigurePrimaryHttpMessageHandler(() => primary);
        services.AddEsmsConnection(name, static options => options.ApiKey = "second").AddHttpMessageHandler(() => counter);
        await using var provider = services.BuildServiceProvider();

        var connection = Assert.Single(name is null ? provider.GetServices<EsmsConnection>() : provider.GetKeyedServices<EsmsConnection>(name));
        using var esms = new EsmsClient(connection);
        await esms.Messages.GetSendStatusAsync("1", Cancellation);

        Assert.Equal("second", Assert.Single(server.Received).Query["ApiKey"]);
        Assert.Equal(1, counter.Count);
        Assert.Equal(1, primary.Count); // The second time did not replace it.
    }

    private static Action<EsmsOptions> Account(LoopbackServer server, string apiKey) =>
        options =>
        {
            options.ApiKey = apiKey;
            options.SecretKey = "secret";
            options.BaseAddress = server.Options.BaseAddress;
        };
}
