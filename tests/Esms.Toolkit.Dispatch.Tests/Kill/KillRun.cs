using Esms.Dispatching.Tests.Harness;
using Esms.Dispatching.Worker;
using Esms.Emulator;

namespace Esms.Dispatching.Tests.Kill;

/// <summary>A campaign whose sender is killed again and again, against an emulator that breaks by its script.</summary>
/// <param name="Rows">How many messages.</param>
/// <param name="Kills">How often it is killed.</param>
/// <param name="Seed">Another seed is another run.</param>
internal sealed record KillRun(int Rows, int Kills, int Seed)
{
    /// <summary>Each so many-th message is one that eSMS refuses.</summary>
    private const int RefusedEvery = 400;

    /// <summary>Whether other programs look at the file meanwhile.</summary>
    public bool HasCompany { get; init; }

    public int Refused => Rows / RefusedEvery;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Runs it to its end.</summary>
    /// <param name="options">Options of the process that sends.</param>
    public async Task<Tally> RunAsync(params string[] options)
    {
        await using var desk = await Desk.StartAsync(new() { Balance = 1_000_000_000m });
        desk.Esms.Faults = Script();
        await using var watcher = await desk.StartWatcherAsync();
        await watcher.EnqueueAsync("spring", Enumerable.Range(1, Rows).Select(Message));
        await using var company = HasCompany ? new Company(desk.OutboxPath, Seed) : null;
        var results = watcher.ResultsAsync("spring");
        var dice = new Random(Seed);
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var worker = await WorkerProcess.StartAsync("sqlite", desk.OutboxPath, desk.Esms.BaseAddress, options);
            var goal = (Rows * kill / (Kills + 1)) - dice.Next(Rows / Kills / 2);
            await Eventually.IsTrueAsync(() => desk.Esms.Messages.Count >= goal || results.IsCompleted);
            await Task.Delay(dice.Next(100), Cancellation);
            Assert.False(results.IsCompleted, "It was over before it was killed so often.");
            await worker.KillAsync();
        }
        using var last = await WorkerProcess.StartAsync("sqlite", desk.OutboxPath, desk.Esms.BaseAddress, options);
        return Tally.Of(await results, desk.Esms.Messages);
    }

    private static SendCustomerCareRequest Message(int number) =>
        Campaign.Message(number, number % RefusedEvery == 0 ? "Nobody" : Campaign.Brandname);

    /// <summary>Faults before and after the acceptance; those that take their time come only so often, or the run would take its time too.</summary>
    private FaultScript Script()
    {
        var script = Faults.Of(
            new FaultRule { Kind = FaultKind.LostAnswer, Percent = 4 },
            new FaultRule { Kind = FaultKind.HalfBody, Percent = 2 },
            new FaultRule { Kind = FaultKind.Reset, Percent = 3 },
            new FaultRule { Kind = FaultKind.ServerError, Percent = 3 },
            new FaultRule
            {
                Kind = FaultKind.LateSuccess,
                Percent = 1,
                Times = 30,
                Delay = TimeSpan.FromSeconds(3),
            },
            new FaultRule
            {
                Kind = FaultKind.Hang,
                Percent = 1,
                Times = 30,
            },
            new FaultRule
            {
                Kind = FaultKind.TooManyRequests,
                Percent = 1,
                Times = 20,
            }
        );
        script.Seed = Seed;
        return script;
    }
}
