using System.Text;
using Esms.Dispatching.RabbitMq.Tests.Harness;
using Esms.Dispatching.Worker;
using RabbitMQ.Client;

namespace Esms.Dispatching.RabbitMq.Tests;

/// <summary>Messages that are not sent end in a queue for people, with the reason, and hold up nothing.</summary>
public sealed class DeadLetterTests(Broker broker)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_of_somebody_else_is_put_aside()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        await watcher.EnqueueAsync(Campaign.Batch("before", 1));
        await PublishAsync(desk, new BasicProperties(), "anything");
        await watcher.EnqueueAsync(Campaign.Batch("after", 1));

        await using var app = await desk.StartAppAsync();

        Assert.Single(await watcher.ResultsAsync("after"));
        var dead = await desk.TakeAsync("dead");
        Assert.Equal("anything", Encoding.UTF8.GetString(dead.Body.Span));
        Assert.StartsWith("It does not have the headers", ReasonOf(dead), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_that_nobody_knows_is_invalid_and_dead()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var app = await desk.StartAppAsync();
        await app.EnqueueAsync(EsmsBatch.Of("pigeons", AsyncEnumerable.Empty<EsmsBatchRow>()));
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var headers = new Dictionary<string, object?>
        {
            ["campaign"] = "pigeons",
            ["row"] = "1",
            ["enqueued-at"] = now,
        };

        await PublishAsync(
            desk,
            new BasicProperties
            {
                MessageId = "mine",
                Type = "SendPigeon",
                Headers = headers,
            },
            "{}"
        );

        var dead = await desk.TakeAsync("dead");
        Assert.Contains("SendPigeon", ReasonOf(dead), StringComparison.Ordinal);
        Assert.Equal("mine", dead.BasicProperties.MessageId);
        Assert.Equal("pigeons", Encoding.UTF8.GetString((byte[])dead.BasicProperties.Headers!["campaign"]!));
    }

    [Fact]
    public async Task A_message_that_may_have_been_sent_is_not_sent_when_eSMS_does_not_remember_any_more()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        await watcher.EnqueueAsync(Campaign.Batch("old", 2));
        await desk.DieOverAsync(1);
        desk.Esms.Clock.Advance(TimeSpan.FromHours(24));

        await using var app = await desk.StartAppAsync();
        var results = await watcher.ResultsAsync("old");

        Assert.Equal([EsmsDispatchOutcome.Accepted, EsmsDispatchOutcome.Unknown], results.Select(static result => result.Outcome).Order());
        Assert.Single(desk.Esms.Messages);
        Assert.Contains("no longer remembers", ReasonOf(await desk.TakeAsync("dead")), StringComparison.Ordinal);
        Assert.Equal(new EsmsCampaignProgress(2, 1, 0, 1, 0, null), await watcher.WaitAsync("old", static progress => progress.Left == 0));
    }

    [Fact]
    public async Task A_message_that_a_worker_died_over_is_sent_once_while_eSMS_remembers()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        await watcher.EnqueueAsync(Campaign.Batch("young", 2));
        await desk.DieOverAsync(2);

        await using var app = await desk.StartAppAsync();

        Assert.All(await watcher.ResultsAsync("young"), static result => Assert.Equal(EsmsDispatchOutcome.Accepted, result.Outcome));
        Assert.Equal(2, desk.Esms.Messages.Count);
    }

    [Fact]
    public async Task A_message_that_kills_its_workers_is_put_aside()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        await watcher.EnqueueAsync(Campaign.Batch("poison", 1));
        await desk.AskBrokerAsync(async channel =>
        {
            for (var deaths = 0; deaths < 100; )
            {
                if (await channel.BasicGetAsync($"{desk.Name}.work", autoAck: false, Cancellation) is not { } message)
                    continue;
                await channel.BasicNackAsync(message.DeliveryTag, multiple: false, requeue: true, Cancellation);
                deaths++;
            }
            return 0;
        });

        await using var app = await desk.StartAppAsync();

        Assert.Equal(EsmsDispatchOutcome.Unknown, Assert.Single(await watcher.ResultsAsync("poison")).Outcome);
        Assert.Empty(desk.Esms.Messages);
        Assert.StartsWith("100 workers", ReasonOf(await desk.TakeAsync("dead")), StringComparison.Ordinal);
    }

    private static Task<int> PublishAsync(Desk desk, BasicProperties properties, string body) =>
        desk.AskBrokerAsync(async channel =>
        {
            await channel.BasicPublishAsync(
                string.Empty,
                $"{desk.Name}.work",
                mandatory: true,
                properties,
                Encoding.UTF8.GetBytes(body),
                Cancellation
            );
            return 0;
        });

    private static string ReasonOf(BasicGetResult dead) => Encoding.UTF8.GetString((byte[])dead.BasicProperties.Headers!["reason"]!);
}
