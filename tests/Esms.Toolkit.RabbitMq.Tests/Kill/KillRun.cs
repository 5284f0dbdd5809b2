using Esms.Dispatching.RabbitMq.Tests.Harness;
using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Tests.Kill;
using Esms.Dispatching.Worker;
using Esms.Emulator;

namespace Esms.Dispatching.RabbitMq.Tests.Kill;

/// <summary>A campaign that four processes send, of which one after the other is killed, on a broker that is restarted meanwhile.</summary>
/// <param name="Rows">How many messages.</param>
/// <param name="Kills">How often a worker is killed.</param>
/// <param name="Restarts">How often the broker is restarted: first suddenly, then as an operator would, and so on.</param>
/// <param name="Seed">Another seed is another run.</param>
internal sealed record KillRun(int Rows, int Kills, int Restarts, int Seed)
{
    private const int Workers = 4;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Runs it to its end, which must leave no message on the broker.</summary>
    /// <param name="broker">The server.</param>
    /// <param name="options">Options of the processes that send.</param>
    public async Task<Tally> RunAsync(Broker broker, params string[] options)
    {
        await using var desk = await Desk.StartAsync(broker, new() { Balance = 1_000_000_000m });
        desk.Esms.Faults = Script();
        await using var watcher = await desk.StartWatcherAsync();
        var workers = new WorkerProcess[Workers];
        for (var i = 0; i < Workers; i++)
            workers[i] = await StartAsync(desk, options);
        try
        {
            var enqueueing = watcher.EnqueueAsync(Campaign.Batch("spring", Rows));
            var results = watcher.ResultsAsync("spring");
            await DisturbAsync(desk, workers, results, options);
            await enqueueing;
            var tally = Tally.Of(await results, desk.Esms.Messages);
            foreach (var queue in (string[])["work", "later.2s", "later.15s", "later.60s", "dead"])
                await EmptyAsync(desk, queue);
            return tally;
        }
        finally
        {
            foreach (var worker in workers)
                worker.Dispose();
        }
    }

    private static Task<WorkerProcess> StartAsync(Desk desk, string[] options) =>
        WorkerProcess.StartAsync("rabbitmq", desk.Place, desk.Esms.BaseAddress, options);

    private async Task DisturbAsync(Desk desk, WorkerProcess[] workers, Task results, string[] options)
    {
        var dice = new Random(Seed);
        var isRestart = Enumerable.Range(0, Kills + Restarts).Select(index => index < Restarts).ToArray();
        dice.Shuffle(isRestart);
        var isSudden = false;
        for (var i = 0; i < isRestart.Length; i++)
        {
            var goal = (Rows * (i + 1) / (isRestart.Length + 1)) - dice.Next(Rows / isRestart.Length / 2);
            await Eventually.IsTrueAsync(() => desk.Esms.Messages.Count >= goal || results.IsCompleted);
            Assert.False(results.IsCompleted, "It was over before it was disturbed so often.");
            if (isRestart[i])
            {
                await desk.Server.RestartAsync(isSudden = !isSudden, Cancellation);
                continue;
            }
            var victim = dice.Next(Workers);
            await workers[victim].KillAsync();
            workers[victim].Dispose();
            workers[victim] = await StartAsync(desk, options);
        }
    }

    /// <summary>A second copy of a message, whose result is there already, may still be on its way.</summary>
    private static Task EmptyAsync(Desk desk, string queue) => Eventually.IsTrueAsync(async () => await desk.CountAsync(queue) == 0);

    /// <summary>Faults before and after the acceptance.</summary>
    private FaultScript Script()
    {
        var script = Faults.Of(
            new FaultRule { Kind = FaultKind.LostAnswer, Percent = 1 },
            new FaultRule { Kind = FaultKind.Reset, Percent = 1 },
            new FaultRule { Kind = FaultKind.ServerError, Percent = 1 }
        );
        script.Seed = Seed;
        return script;
    }
}
