using Esms.Dispatching.RabbitMq.Tests.Harness;
using Esms.Dispatching.Worker;

namespace Esms.Dispatching.RabbitMq.Tests;

/// <summary>The command <c>esms worker</c>, as a process.</summary>
public sealed class CommandLineTests(Broker broker)
{
    [Fact]
    public async Task A_worker_sends_what_waits_until_it_is_told_to_end()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var watcher = await desk.StartWatcherAsync();
        await watcher.EnqueueAsync(Campaign.Batch("spring", 25));
        await using var worker = EsmsProcess.StartWorker(desk);

        var results = await watcher.ResultsAsync("spring");

        Assert.Equal(25, desk.Esms.Messages.Count);
        Assert.All(results, static result => Assert.Equal(EsmsDispatchOutcome.Accepted, result.Outcome));
        await worker.InterruptAsync();
        await worker.EndAsync(0);
        Assert.Contains("Ctrl-C ends it", worker.Error, StringComparison.Ordinal);
        Assert.EndsWith("Stopped. What waits is left to other workers, and to the next start.\n", worker.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(desk.Esms.Options.ApiKey, worker.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://user:hidden@127.0.0.1/")]
    [InlineData("amqp hidden")]
    public async Task An_address_of_no_broker_is_refused_and_not_shown(string address)
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var worker = EsmsProcess.StartWorker(desk, address, password: null);

        await worker.EndAsync(2);

        Assert.StartsWith("This is no address of a broker.", worker.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", worker.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_without_a_broker_says_so_once_and_waits()
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var worker = EsmsProcess.StartWorker(desk, "amqp://esms@127.0.0.1:1/", RabbitMqServer.Password);

        await worker.WaitForAsync("cannot be reached");
        await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);
        await worker.InterruptAsync();
        await worker.EndAsync(0);

        Assert.Equal(2, worker.Error.Split("cannot be reached").Length);
    }

    [Theory]
    [InlineData("", "wrong", "refuses the user or the password")]
    [InlineData("nowhere", RabbitMqServer.Password, "has no such vhost")]
    public async Task A_worker_ends_where_waiting_would_not_help(string vhost, string password, string problem)
    {
        await using var desk = await Desk.StartAsync(broker);
        await using var worker = EsmsProcess.StartWorker(desk, desk.Server.AddressWithoutPassword + vhost, password);

        await worker.EndAsync(2);

        Assert.Contains(problem, worker.Error, StringComparison.Ordinal);
    }
}
