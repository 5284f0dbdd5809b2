using System.Globalization;
using System.Text;
using Esms.Dispatching.RabbitMq.Tests.Harness;
using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Worker;
using Esms.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;

namespace Esms.Dispatching.RabbitMq.Tests;

/// <summary>What the broker and the logs are told, and what not.</summary>
public sealed class PrivacyTests(Broker broker)
{
    private const string ApiKey = "canary-api-key-61b0";
    private const string SecretKey = "canary-secret-key-e8d3";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_broker_never_has_the_keys()
    {
        await using var desk = await Desk.StartAsync(broker, new EsmsEmulatorOptions { ApiKey = ApiKey, SecretKey = SecretKey });
        using var log = new LogLines();
        await using (var watcher = await desk.StartWatcherAsync())
        {
            await watcher.EnqueueAsync("private", Campaign.Message(1), Campaign.Message(2));
            AssertNoKeysIn(TextOf(await desk.TakeAsync("work")));
        }
        desk.Esms.Faults = new() { Rules = { new() { Kind = FaultKind.LostAnswer } } };
        await using (var app = await desk.StartAppAsync(log: log))
        {
            await Eventually.IsTrueAsync(async () => await desk.CountAsync("later.2s") > 0);
        }
        AssertNoKeysIn(TextOf(await desk.TakeAsync("work")));
        AssertNoKeysIn(string.Join('\n', log.All));
    }

    [Fact]
    public async Task Logs_have_neither_the_password_nor_the_message()
    {
        await using var desk = await Desk.StartAsync(broker);
        using var log = new LogLines();
        await using (var app = await desk.StartAppAsync(log: log))
        {
            await app.EnqueueAsync(Campaign.Batch("quiet", 3));
            await app.ResultsAsync("quiet");
            await desk.Server.RestartAsync(isSudden: true, Cancellation);
            await app.EnqueueAsync(Campaign.Batch("quiet again", 3));
            await app.ResultsAsync("quiet again");
        }

        Assert.Contains("has no session", string.Join('\n', log.All), StringComparison.Ordinal);
        foreach (var secret in (string[])[RabbitMqServer.Password, Campaign.Message(1).Phone, Campaign.Message(1).Content, "Don hang"])
            Assert.DoesNotContain(secret, string.Join('\n', log.All), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://esms:{0}@localhost")]
    [InlineData("amqp://esms:{0}@localhost/one/two")]
    public void A_wrong_address_is_not_quoted(string address)
    {
        var uri = new Uri(string.Format(CultureInfo.InvariantCulture, address, RabbitMqServer.Password));

        var exception = Assert.Throws<ArgumentException>(() => new ServiceCollection().AddEsmsDispatch().UseRabbitMq(uri));

        Assert.DoesNotContain(RabbitMqServer.Password, exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("canary-wrong-password-27aa")]
    [InlineData("a:colon:and:canary-wrong-password-27aa")]
    public async Task A_wrong_password_is_told_at_once_and_not_quoted(string password)
    {
        var builder = Host.CreateApplicationBuilder();
        var wrong = new UriBuilder(broker.Server.Address) { Password = password };
        builder.Services.AddEsmsDispatch().UseRabbitMq(wrong.Uri).WithoutWorker();
        using var host = builder.Build();

        var exception = await Assert.ThrowsAnyAsync<Exception>(() =>
            host.Services.GetRequiredService<IEsmsDispatcher>().EnqueueAsync(Campaign.Batch("never", 1), Cancellation)
        );

        Assert.Contains("ACCESS_REFUSED", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary-wrong-password", exception.ToString(), StringComparison.Ordinal);
    }

    private static void AssertNoKeysIn(string text)
    {
        foreach (var key in (string[])[ApiKey, SecretKey, "ApiKey", "SecretKey"])
            Assert.DoesNotContain(key, text, StringComparison.OrdinalIgnoreCase);
    }

    private static string TextOf(BasicGetResult message)
    {
        var properties = message.BasicProperties;
        var headers = properties.Headers!.Select(static header => header.Value is byte[] text ? Encoding.UTF8.GetString(text) : $"{header.Value}");
        return string.Join('\n', [Encoding.UTF8.GetString(message.Body.Span), properties.MessageId, properties.Type, .. headers]);
    }
}
