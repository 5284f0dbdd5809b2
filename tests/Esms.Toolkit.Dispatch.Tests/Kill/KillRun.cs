using System.Diagnostics;
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

    private const int KillsInADay = 3;

    private const int HoursOff = 25;

    /// <summary>Whether other programs look at the file meanwhile.</summary>
    public bool HasCompany { get; init; }

    /// <summary>Whether the clock of each process is set again and again.</summary>
    public bool HasClockSteps { get; init; }

    /// <summary>Whether the machine is off now and then, for longer than eSMS remembers a RequestId.</summary>
    public bool HasDaysOff { get; init; }

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
        var log = HasCompany ? await InodeAsync(desk.OutboxPath + "-wal") : null;
        var results = watcher.ResultsAsync("spring");
        var dice = new Random(Seed);
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var worker = await StartAsync(desk, kill, options);
            var goal = (Rows * kill / (Kills + 1)) - dice.Next(Rows / Kills / 2);
            await Eventually.IsTrueAsync(() => desk.Esms.Messages.Count >= goal || results.IsCompleted);
            await Task.Delay(dice.Next(100), Cancellation);
            if (results.IsFaulted)
                await results; // Says why.
            Assert.False(results.IsCompleted, "It was over before it was killed so often.");
            await worker.KillAsync();
            if (HasDaysOff && kill % KillsInADay == 0)
                desk.Esms.Clock.Advance(TimeSpan.FromHours(HoursOff));
        }
        using var last = await StartAsync(desk, Kills + 1, options);
        var tally = Tally.Of(await results, desk.Esms.Messages);
        if (log is not null)
            Assert.Equal(log, await InodeAsync(desk.OutboxPath + "-wal"));
        return tally;
    }

    private Task<WorkerProcess> StartAsync(Desk desk, int number, string[] options)
    {
        var daysOff = HasDaysOff ? (number - 1) / KillsInADay : 0;
        string[] clock = ["--steps", $"{Seed + number}", "--ahead", $"{daysOff * HoursOff}"];
        return WorkerProcess.StartAsync("sqlite", desk.OutboxPath, desk.Esms.BaseAddress, [.. options, .. HasClockSteps ? clock : []]);
    }

    /// <summary>Another log under the same name would mean that what was in the first one is lost.</summary>
    private static async Task<string> InodeAsync(string path)
    {
        using var stat = Process.Start(new ProcessStartInfo("ls", ["-i", path]) { RedirectStandardOutput = true })!;
        return (await stat.StandardOutput.ReadToEndAsync(Cancellation)).TrimStart();
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
