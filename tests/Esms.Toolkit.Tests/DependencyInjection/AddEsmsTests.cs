using Esms.Tests.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Esms.Tests.DependencyInjection;

public sealed class AddEsmsTests
{
    [Fact]
    public async Task Client_connection_and_interfaces_are_services()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        var services = new ServiceCollection();
        services.AddServer(server);
        await using var provider = services.BuildServiceProvider();

        var status = await provider.GetRequiredService<IMessagesClient>().GetSendStatusAsync(Answers.SmsId, TestContext.Current.CancellationToken);

        Assert.Equal(850m, status.TotalPrice);
        Assert.Same(provider.GetRequiredService<EsmsClient>().Connection, provider.GetRequiredService<EsmsConnection>());
    }

    [Fact]
    public async Task Accounts_with_names_are_kept_apart()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        var services = new ServiceCollection();
        foreach (var name in new[] { "marketing", "otp" })
        {
            services.AddEsms(
                name,
                options =>
                {
                    options.ApiKey = name;
                    options.SecretKey = "secret";
                    options.BaseAddress = server.Options.BaseAddress;
                }
            );
        }
        await using var provider = services.BuildServiceProvider();

        foreach (var name in new[] { "otp", "marketing" })
        {
            await provider.GetRequiredKeyedService<EsmsClient>(name).Messages.GetSendStatusAsync("1", TestContext.Current.CancellationToken);
            await provider.GetRequiredKeyedService<IMessagesClient>(name).GetSendStatusAsync("1", TestContext.Current.CancellationToken);
        }

        Assert.Equal(["otp", "otp", "marketing", "marketing"], server.Received.Select(static request => request.Query["ApiKey"]));
        Assert.Null(provider.GetService<EsmsClient>());
    }

    [Fact]
    public async Task Options_come_from_configuration()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Esms:ApiKey"] = Canaries.ApiKey,
                    ["Esms:SecretKey"] = Canaries.SecretKey,
                    ["Esms:BaseAddress"] = server.Options.BaseAddress!.AbsoluteUri,
                    ["Esms:Timeout"] = "00:00:07",
                }
            )
            .Build();
        var services = new ServiceCollection();
        services.AddEsms(configuration.GetSection("Esms"));
        services.AddEsms("second", configuration.GetSection("Esms"));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<EsmsClient>().Messages.GetSendStatusAsync("1", TestContext.Current.CancellationToken);
        await provider.GetRequiredKeyedService<EsmsClient>("second").Messages.GetSendStatusAsync("1", TestContext.Current.CancellationToken);

        Assert.Equal(2, server.Received.Count(static request => request.Query["SecretKey"] == Canaries.SecretKey));
        Assert.Equal(TimeSpan.FromSeconds(7), provider.GetRequiredService<IOptionsMonitor<EsmsOptions>>().CurrentValue.Timeout);
    }

    [Fact]
    public async Task Wrong_options_stop_the_start_of_the_application()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddEsms("otp", static options => options.ApiKey = Canaries.ApiKey);
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("EsmsOptions \"otp\": SecretKey is not set.", exception.Message, StringComparison.Ordinal);
        Canaries.AssertNoneIn(exception.ToString());
    }

    [Fact]
    public async Task Handlers_can_be_added()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        var services = new ServiceCollection();
        var counter = new CountingHandler();
        services.AddServer(server).AddHttpMessageHandler(() => counter);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IMessagesClient>().GetSendStatusAsync("1", TestContext.Current.CancellationToken);

        Assert.Equal(1, counter.Count);
    }

    [Fact]
    public async Task Logging_at_its_finest_does_not_show_the_keys()
    {
        var lines = new LogLines();
        var statuses = new Queue<int>([200, 500]);
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = statuses.Dequeue();
            return context.Response.Body.WriteAsync("<html>"u8.ToArray()).AsTask();
        });
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(lines));
        services.AddServer(server);
        services.AddHttpClient("other");
        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<EsmsProtocolException>(() =>
            provider.GetRequiredService<IMessagesClient>().GetSendStatusAsync("1", TestContext.Current.CancellationToken)
        );
        await Assert.ThrowsAsync<EsmsTransportException>(() =>
            provider.GetRequiredService<IMessagesClient>().GetSendStatusAsync("1", TestContext.Current.CancellationToken)
        );
        using var other = provider.GetRequiredService<IHttpClientFactory>().CreateClient("other");
        using var seen = new HttpRequestMessage(HttpMethod.Head, new Uri("http://127.0.0.1:1/"));
        await Assert.ThrowsAsync<HttpRequestException>(() => other.SendAsync(seen, TestContext.Current.CancellationToken));

        Assert.NotEmpty(lines.Lines); // The loggers of another client do work, so silence about ours is no accident.
        Canaries.AssertNoneIn(string.Join('\n', lines.Lines));
    }
}
