using System.Text.RegularExpressions;
using Esms.Emulator;
using Microsoft.Data.Sqlite;
using static Esms.Cli.Tests.SendingMany.PeopleDesk;

namespace Esms.Cli.Tests.SendingMany;

/// <summary>A campaign that cannot go on says why, and its end is true.</summary>
public sealed partial class StallTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_outbox_that_is_gone_ends_the_campaign_and_what_was_in_flight_is_unknown(bool isDeleted)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps files that are in use.");
        await using var desk = await Desk.StartAsync();
        await using var command = Start(desk, TimeSpan.FromMilliseconds(300), "4");
        await command.WaitAsync(() => desk.Emulator.Messages.Count >= 4);
        var outbox = OutboxOf(desk);
        if (isDeleted)
            Directory.GetFiles(Path.GetDirectoryName(outbox)!, "messages.csv.outbox*").ToList().ForEach(File.Delete);
        else
            File.Move(outbox, outbox + ".old");

        var end = (await command.EndAsync()).AssertEndsWith(ExitCodes.OutcomeUnknown);

        Assert.Contains("was moved or deleted while it was in use", end.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("goes on from here", end.Error, StringComparison.Ordinal);
        var (accepted, unknown) = (Number(end.Output, "Accepted"), Number(end.Output, "Unknown"));
        Assert.InRange(desk.Emulator.Messages.Count, accepted, accepted + unknown);
    }

    [Fact]
    public async Task A_lock_of_another_program_is_named_while_it_lasts_and_Ctrl_C_does_not_wait_for_responses_that_are_there()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The signals are those of Linux.");
        await using var desk = await Desk.StartAsync();
        await using var command = Start(desk, TimeSpan.FromMilliseconds(100), "1");
        await command.WaitAsync(() => desk.Emulator.Messages.Count >= 2);
        await using (var connection = new SqliteConnection($"Data Source={OutboxOf(desk)};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var begin = connection.CreateCommand();
            begin.CommandText = "BEGIN IMMEDIATE";
            await begin.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await command.WaitForAsync($"Another program has locked the outbox {OutboxOf(desk)}.");
            await command.SignalAsync("INT");
            await command.WaitForAsync("Stopping.");
        }
        (await command.EndAsync()).AssertEndsWith(ExitCodes.Canceled);
        desk.Emulator.Faults = new FaultScript();

        (await SendAsync(desk, FileOf(People))).AssertEndsWith(0);

        Assert.DoesNotContain("under way", command.Error, StringComparison.Ordinal);
        AssertEachHasOne(desk);
    }

    [Fact]
    public async Task A_service_that_does_not_respond_is_named()
    {
        await using var desk = await Desk.StartAsync();
        desk.Emulator.Faults = new FaultScript
        {
            Rules =
            {
                new FaultRule { Kind = FaultKind.ServerError, Times = 48 },
            },
        };
        await using var command = RunningEsms.Start(Command(desk, "12"));

        await command.WaitForAsync("The messages wait for another attempt: the service was not reached");
        (await command.EndAsync()).AssertEndsWith(0);

        AssertEachHasOne(desk);
    }

    [Fact]
    public async Task Results_that_cannot_be_written_leave_nothing_in_the_way_of_the_next_run()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no full device on this machine.");
        await using var desk = await Desk.StartAsync();
        var folder = Path.GetDirectoryName(desk.OptionsFile)!;
        var results = Path.Combine(folder, "r.csv");
        var blocked = $"{results}.{Environment.ProcessId}.tmp";
        File.CreateSymbolicLink(blocked, "/dev/full");

        Assert.Contains(
            "No space left",
            (await SendAsync(desk, FileOf(People), "--results", results)).AssertEndsWith(2).Error,
            StringComparison.Ordinal
        );
        Assert.Empty(desk.Emulator.Messages);
        Assert.Empty(Directory.GetFiles(folder, "r.csv*"));
        (await SendAsync(desk, FileOf(People), "--results", results)).AssertEndsWith(0);

        Assert.Equal(Count + 1, (await File.ReadAllLinesAsync(results, TestContext.Current.CancellationToken)).Length);
        Assert.Single(Directory.GetFiles(folder, "r.csv*"));
    }

    private static string OutboxOf(Desk desk) => Path.Combine(Path.GetDirectoryName(desk.OptionsFile)!, "messages.csv.outbox");

    private static RunningEsms Start(Desk desk, TimeSpan latency, string inFlight)
    {
        desk.Emulator.Faults = new FaultScript
        {
            Rules =
            {
                new FaultRule { Kind = FaultKind.Latency, Delay = latency },
            },
        };
        return RunningEsms.Start(Command(desk, inFlight));
    }

    private static IEnumerable<string> Command(Desk desk, string inFlight) =>
        [
            "send-many",
            desk.Write("messages.csv", FileOf(People)),
            "--brand",
            "Baotrixemay",
            "--yes",
            "--in-flight",
            inFlight,
            "--options-file",
            desk.OptionsFile,
        ];

    private static int Number(string output, string name) =>
        int.Parse(Amount().Matches(output).Single(match => match.Groups[1].Value == name).Groups[2].ValueSpan, null);

    [GeneratedRegex(@"^(\w+) +(\d+)", RegexOptions.Multiline)]
    private static partial Regex Amount();
}
