using Esms.Emulator;
using static Esms.Cli.Tests.SendingMany.PeopleDesk;

namespace Esms.Cli.Tests.SendingMany;

/// <summary>The same command continues however <c>esms send-many</c> ended: it settles what may have been sent, and no one gets two messages.</summary>
public sealed class ResumeTests
{
    public static TheoryData<string[], FaultKind, string[]> Endings =>
        new()
        {
            { ["KILL"], FaultKind.Latency, [] },
            { ["KILL"], FaultKind.LostAnswer, ["--only-new"] },
            { ["HUP"], FaultKind.Latency, [] },
            { ["TERM"], FaultKind.LostAnswer, [] },
            { ["INT"], FaultKind.LostAnswer, ["--only-new"] },
            { ["INT", "INT"], FaultKind.Latency, [] },
            { ["INT"], FaultKind.ServerError, [] },
            { ["KILL"], FaultKind.ServerError, ["--allow-repeats"] },
        };

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task The_same_command_settles_what_was_in_flight_and_goes_on(string[] signals, FaultKind fault, string[] choice)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The signals are those of Linux.");
        await using var desk = await Desk.StartAsync();
        desk.Emulator.Faults = new FaultScript
        {
            Rules =
            {
                new FaultRule
                {
                    Kind = FaultKind.Latency,
                    Delay = TimeSpan.FromMilliseconds(200),
                    Times = 4,
                },
                fault == FaultKind.Latency
                    ? new FaultRule { Kind = fault, Delay = TimeSpan.FromSeconds(1) }
                    : new FaultRule { Kind = fault },
            },
        };
        string[] command =
        [
            "send-many",
            desk.Write("messages.csv", FileOf(People)),
            "--brand",
            "Baotrixemay",
            "--yes",
            "--in-flight",
            "4",
            "--options-file",
            desk.OptionsFile,
        ];
        await using (var first = RunningEsms.Start(command))
        {
            await first.WaitAsync(() => desk.Emulator.Requests.Count > 5);
            foreach (var signal in signals)
                await first.SignalAsync(signal);
            await first.EndAsync();
        }
        desk.Emulator.Faults = new FaultScript();

        var plan = (await Desk.RunAsync([.. command, .. choice, "--dry-run", "--json"])).AssertEndsWith(0).Json;
        var again = (await Desk.RunAsync([.. command, .. choice])).AssertEndsWith(0);

        Assert.Equal(0, (int)plan["repeatedNumbers"]!);
        Assert.Contains($"Accepted  {Count}", again.Output, StringComparison.Ordinal);
        AssertEachHasOne(desk);
    }

    [Fact]
    public async Task A_message_that_may_have_been_sent_is_said_to_be_settled_and_a_copy_of_it_is_still_a_repeat()
    {
        await using var desk = await Desk.StartAsync();
        var csv = FileOf(People.Append((PhoneOf(1), "Cam on nua")));
        (await InterruptAsync(desk, csv, "--allow-repeats")).AssertEndsWith(ExitCodes.Canceled);
        var outbox = Path.Combine(Path.GetDirectoryName(desk.OptionsFile)!, "messages.csv.outbox");
        Execute(outbox, "UPDATE messages SET due = NULL, tries = 1, tried_since = 1700000000000 WHERE outcome IS NULL AND id = 5");

        var plan = (await SendAsync(desk, csv, "--dry-run")).AssertEndsWith(0);
        Assert.Contains("1 message may have been sent before the last command ended.", plan.Error, StringComparison.Ordinal);
        Assert.Contains("1 message goes to a number that has another message in the file.", plan.Output, StringComparison.Ordinal);
        (await SendAsync(desk, csv)).AssertEndsWith(2);
        (await SendAsync(desk, csv, "--only-new")).AssertEndsWith(ExitCodes.OutcomeUnknown);

        Assert.DoesNotContain(desk.Emulator.Messages.CountBy(static message => message.Recipient), static pair => pair.Value > 1);
    }
}
