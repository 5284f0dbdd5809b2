using Esms.Dispatching.RabbitMq.Tests.Harness;
using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Worker;

namespace Esms.Dispatching.RabbitMq.Tests;

/// <summary>What is wrong with the server is named once, however long it lasts, and nothing is lost meanwhile.</summary>
public sealed class ProblemTests(Broker broker)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_is_short_of_memory_is_named_by_those_who_wait_for_it()
    {
        await using var desk = await Desk.StartAsync(broker);
        using var enqueuing = new LogLines();
        await using var watcher = await desk.StartWatcherAsync(log: enqueuing);
        await using var app = await desk.StartAppAsync();
        await watcher.EnqueueAsync(Campaign.Batch("before", 20));
        await watcher.ResultsAsync("before");

        await desk.Server.SetShortageAsync(true, Cancellation);
        var batch = watcher.EnqueueAsync(Campaign.Batch("short", 20));
        await Eventually.IsTrueAsync(() => enqueuing.All.Any(static line => line.Contains("short of memory", StringComparison.Ordinal)));
        Assert.False(batch.IsCompleted);
        await desk.Server.SetShortageAsync(false, Cancellation);

        Assert.Equal(20, (await batch).Added);
        Assert.Equal(20, (await watcher.ResultsAsync("short")).Count);
        Assert.Equal(40, desk.Esms.Messages.Count);
        Assert.Single(enqueuing.All, static line => line.Contains("short of memory", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("wrong", "/", "refuses the user or the password")]
    [InlineData(RabbitMqServer.Password, "/nowhere", "has no such virtual host")]
    public async Task A_worker_names_what_is_wrong_once(string password, string path, string problem)
    {
        await using var desk = await Desk.StartAsync(broker);
        using var log = new LogLines();
        var server = new UriBuilder(desk.Server.Address) { Password = password, Path = path }.Uri;
        await using var app = await desk.StartAppAsync(log: log, server: server);

        await Eventually.IsTrueAsync(() => log.All.Any(line => line.Contains(problem, StringComparison.Ordinal)));
        await Task.Delay(TimeSpan.FromSeconds(4), Cancellation);

        Assert.Single(log.All, static line => line.Contains("has no session", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Enqueueing_says_that_it_waits_for_a_server()
    {
        await using var desk = await Desk.StartAsync(broker);
        using var log = new LogLines();
        using var leaving = new CancellationTokenSource();
        await using var app = await desk.StartAppAsync(log: log, server: new Uri("amqp://esms:none@127.0.0.1:1/"));

        var enqueueing = app.Dispatcher.EnqueueAsync(Campaign.Batch("never", 1), leaving.Token);
        await Eventually.IsTrueAsync(() => log.All.Any(static line => line.Contains("The enqueuer has no session", StringComparison.Ordinal)));
        await Task.Delay(TimeSpan.FromSeconds(3), Cancellation);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => enqueueing);
        Assert.Single(log.All, static line => line.Contains("The enqueuer has no session", StringComparison.Ordinal));
    }
}
