using Esms.Dispatching.RabbitMq.Tests.Harness;
using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Worker;
using RabbitMQ.Client;

namespace Esms.Dispatching.RabbitMq.Tests;

/// <summary>Who reads or watches what is gone is told so, and does not wait for ever.</summary>
public sealed class GoneTests(Broker broker)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("results")]
    [InlineData("campaigns")]
    public async Task A_stream_that_is_deleted_ends_those_who_read_it(string stream)
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        var (results, states) = await StartReadingAsync(watcher);

        await desk.AskBrokerAsync(channel => channel.QueueDeleteAsync($"{desk.Name}.{stream}"));

        foreach (var reading in (Task[])[results, states])
            Assert.Contains(stream, (await Assert.ThrowsAnyAsync<IOException>(() => reading)).Message, StringComparison.Ordinal);
    }

    /// <summary>A worker that starts declares what is missing, so it is there again, and empty.</summary>
    [Fact]
    public async Task A_stream_that_is_deleted_and_made_again_ends_those_who_read_it()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync(new FastTimers());
        var (results, states) = await StartReadingAsync(watcher);
        var arguments = new Dictionary<string, object?> { ["x-queue-type"] = "stream", ["x-max-age"] = "7D" };
        arguments["x-max-length-bytes"] = 20_000_000_000;
        arguments["x-stream-max-segment-size-bytes"] = 100_000_000;

        await desk.AskBrokerAsync(async channel =>
        {
            await channel.QueueDeleteAsync($"{desk.Name}.results");
            return await channel.QueueDeclareAsync($"{desk.Name}.results", true, false, false, arguments, cancellationToken: Cancellation);
        });

        foreach (var reading in (Task[])[results, states])
            Assert.Contains("results", (await Assert.ThrowsAnyAsync<IOException>(() => reading)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queue_that_is_deleted_ends_those_who_wait_for_its_messages()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync(new FastTimers());
        var (results, states) = await StartReadingAsync(watcher);

        await desk.AskBrokerAsync(channel => channel.QueueDeleteAsync($"{desk.Name}.work"));

        foreach (var reading in (Task[])[results, states])
            Assert.Contains(".work was deleted", (await Assert.ThrowsAnyAsync<IOException>(() => reading)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queue_that_is_deleted_under_a_worker_ends_those_who_wait_and_is_used_again()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync(new FastTimers());
        var (results, states) = await StartReadingAsync(watcher);
        using var log = new LogLines();

        await desk.AskBrokerAsync(channel => channel.QueuePurgeAsync($"{desk.Name}.work", Cancellation));
        await using var app = await desk.StartAppAsync(log: log);
        await Eventually.IsTrueAsync(() =>
            desk.AskBrokerAsync(async channel => await channel.ConsumerCountAsync($"{desk.Name}.work", Cancellation) > 0)
        );
        await desk.AskBrokerAsync(channel => channel.QueueDeleteAsync($"{desk.Name}.work"));

        foreach (var reading in (Task[])[results, states])
            await Assert.ThrowsAnyAsync<IOException>(() => reading);
        // The worker notices by itself, some time before or after them.
        await Eventually.IsTrueAsync(() => Task.FromResult(log.All.Any(static line => line.Contains("was deleted", StringComparison.Ordinal))));
        await watcher.EnqueueAsync(Campaign.Batch("summer", 3));
        Assert.Equal(3, (await watcher.ResultsAsync("summer")).Count);
        Assert.Single(log.All, static line => line.Contains("was deleted", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_queue_that_is_emptied_ends_those_who_wait_for_its_messages(bool hasWorker)
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync(new FastTimers());
        var (results, states) = await StartReadingAsync(watcher);

        await desk.AskBrokerAsync(channel => channel.QueuePurgeAsync($"{desk.Name}.work", Cancellation));
        await using var app = hasWorker ? await desk.StartAppAsync() : null;

        foreach (var reading in (Task[])[results, states])
            Assert.Contains("no longer in any queue", (await Assert.ThrowsAnyAsync<IOException>(() => reading)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_that_nobody_sends_are_waited_for()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync(new FastTimers());
        var (results, states) = await StartReadingAsync(watcher);

        await Task.Delay(TimeSpan.FromSeconds(15), Cancellation);
        Assert.Equal((false, false), (results.IsCompleted, states.IsCompleted));
        await using var app = await desk.StartAppAsync();

        Assert.Equal(3, (await results).Count);
        await states;
    }

    private static async Task<(Task<List<EsmsDispatchResult>> Results, Task States)> StartReadingAsync(App watcher)
    {
        await watcher.EnqueueAsync(Campaign.Batch("spring", 3));
        var results = watcher.ResultsAsync("spring");
        var states = watcher.WaitAsync("spring", static progress => progress.Left == 0);
        await watcher.WaitAsync("spring", static progress => progress.Total == 3);
        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        return (results, states);
    }
}
