using System.Globalization;
using static Esms.Cli.Tests.SendingMany.PeopleDesk;

namespace Esms.Cli.Tests.SendingMany;

/// <summary>Campaigns of <c>esms send-many</c> that are cancelled.</summary>
public sealed class CancelTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cancelled_messages_are_never_sent_and_the_exit_code_says_so()
    {
        await using var desk = await Desk.StartAsync();
        (await InterruptAsync(desk, FileOf(People))).AssertEndsWith(ExitCodes.Canceled);
        var sent = desk.Emulator.Messages.Count;
        var file = desk.Write("messages.csv", "not even a table");

        var shown = (await desk.CallAsync("send-many", file, "--cancel", "--dry-run")).AssertEndsWith(0);
        Assert.EndsWith($"messages.csv: {Count - sent} messages wait.\n", shown.Output, StringComparison.Ordinal);
        var cancelled = (await desk.CallAsync("send-many", file, "--cancel")).AssertEndsWith(0);
        Assert.EndsWith($"messages.csv: {Count - sent} messages cancelled.\n", cancelled.Output, StringComparison.Ordinal);
        Assert.Equal("Nothing waits.\n", (await desk.CallAsync("send-many", file, "--cancel")).AssertEndsWith(0).Output);

        var results = Path.Combine(Path.GetDirectoryName(file)!, "results.csv");
        var again = (await SendAsync(desk, FileOf(People), "--results", results)).AssertEndsWith(ExitCodes.Found);
        Assert.Contains($"Cancelled  {Count - sent}", again.Output, StringComparison.Ordinal);
        Assert.Equal(sent, desk.Emulator.Messages.Count);
        var lines = (await File.ReadAllLinesAsync(results, Cancellation)).Skip(1).Select(static line => line.Split(',')).ToList();
        Assert.Equal(Count - sent, lines.Count(static line => line[1] == "Canceled"));
        Assert.Equal(Enumerable.Range(2, Count), lines.Select(static line => int.Parse(line[0], CultureInfo.InvariantCulture)).Order());
        // Those who got nothing can still be reached, by another campaign.
        (await SendAsync(desk, FileOf(People), "--campaign", "rest")).AssertEndsWith(0);
        Assert.Equal(sent + Count, desk.Emulator.Messages.Count);
    }

    [Fact]
    public async Task Only_the_campaign_of_that_name_or_file_is_cancelled()
    {
        await using var desk = await Desk.StartAsync();
        var outbox = Path.Combine(Path.GetDirectoryName(desk.OptionsFile)!, "all.outbox");
        var (first, second) = (
            desk.Write("first.csv", FileOf(People)),
            desk.Write("second.csv", FileOf(People.Select(static row => (row.Phone, "Khac " + row.Text))))
        );
        (await desk.InterruptAsync(1, "send-many", first, "--brand", "Baotrixemay", "--yes", "--outbox", outbox)).AssertEndsWith(ExitCodes.Canceled);
        (
            await desk.InterruptAsync(1, "send-many", second, "--brand", "Baotrixemay", "--yes", "--outbox", outbox, "--campaign", "second")
        ).AssertEndsWith(ExitCodes.Canceled);

        Assert.Contains(
            "no campaign 'third'",
            (await desk.CallAsync("send-many", first, "--cancel", "--outbox", outbox, "--campaign", "third")).AssertEndsWith(2).Error,
            StringComparison.Ordinal
        );
        var cancelled = (await desk.CallAsync("send-many", first, "--cancel", "--outbox", outbox)).AssertEndsWith(0).Output;
        Assert.Contains("first.csv", cancelled, StringComparison.Ordinal);
        Assert.DoesNotContain("second", cancelled, StringComparison.Ordinal);
        Assert.Contains(
            "Campaign second of",
            (await desk.CallAsync("send-many", first, "--cancel", "--outbox", outbox, "--campaign", "second")).AssertEndsWith(0).Output,
            StringComparison.Ordinal
        );
        Assert.Equal("Nothing waits.\n", (await desk.CallAsync("send-many", second, "--cancel", "--outbox", outbox)).AssertEndsWith(0).Output);
        Assert.Contains(
            "There is no outbox",
            (await desk.CallAsync("send-many", first, "--cancel")).AssertEndsWith(2).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_waits_is_found_behind_a_folder_that_is_a_link()
    {
        await using var desk = await Desk.StartAsync();
        var file = desk.Write(Path.Combine("real", "h.csv"), FileOf(People));
        var (folder, outbox) = (Path.GetDirectoryName(file)!, Path.Combine(Path.GetDirectoryName(file)!, "x.outbox"));
        var link = Path.Combine(Path.GetDirectoryName(desk.OptionsFile)!, "link");
        Directory.CreateSymbolicLink(link, folder);
        string[] options = ["--brand", "Baotrixemay", "--yes", "--outbox", outbox];
        (await desk.InterruptAsync(3, ["send-many", Path.Combine(link, "h.csv"), .. options])).AssertEndsWith(ExitCodes.Canceled);
        var waiting = Count - desk.Emulator.Messages.Count;

        foreach (var path in (string[])[file, Path.Combine(link, "h.csv")])
            Assert.Contains(
                $"h.csv: {waiting} messages wait.",
                (await desk.CallAsync("send-many", path, "--cancel", "--dry-run", "--outbox", outbox)).AssertEndsWith(0).Output,
                StringComparison.Ordinal
            );
        var other = (await desk.CallAsync("send-many", desk.Write("other.csv", ""), "--cancel", "--outbox", outbox)).AssertEndsWith(0).Output;
        Assert.Contains("other.csv waits.", other, StringComparison.Ordinal);
        Assert.Contains(
            $"h.csv: {waiting} messages wait and were not cancelled. --campaign cancels it by its name.",
            other,
            StringComparison.Ordinal
        );
        // With a folder that is a link, the file has the same outbox beside it.
        Assert.Equal(Path.Combine(folder, "h.csv"), OutboxPath.RealPathOf(Path.Combine(link, "h.csv")));
    }

    [Fact]
    public async Task What_waits_of_a_pipe_is_cancelled()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Windows has no such files.");
        await using var desk = await Desk.StartAsync();
        var outbox = Path.Combine(Path.GetDirectoryName(desk.OptionsFile)!, "pp.outbox");
        (await InterruptAsync(desk, FileOf(People), "--outbox", outbox)).AssertEndsWith(ExitCodes.Canceled);
        // As a pipe leaves it.
        Execute(outbox, "UPDATE campaigns SET source = NULL");
        var waiting = Count - desk.Emulator.Messages.Count;

        var cancelled = (await EsmsProcess.RunAsync(["send-many", "-", "--cancel", "--outbox", outbox])).AssertEndsWith(0);

        Assert.EndsWith($": {waiting} messages cancelled.\n", cancelled.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_have_been_sent_counts_as_sent_and_is_unknown_when_it_is_cancelled()
    {
        await using var desk = await Desk.StartAsync();
        (await InterruptAsync(desk, FileOf(People))).AssertEndsWith(ExitCodes.Canceled);
        var (before, outbox) = (desk.Emulator.Messages.Count, Path.Combine(Path.GetDirectoryName(desk.OptionsFile)!, "messages.csv.outbox"));
        // As a process leaves it that is killed while one of its messages is in flight.
        Execute(outbox, "UPDATE messages SET due = NULL, tries = 1, tried_since = 1 WHERE id = (SELECT max(id) FROM messages)");

        var plan = (await SendAsync(desk, FileOf(People.Select(static row => (row.Phone, row.Text + "!"))), "--dry-run", "--json"))
            .AssertEndsWith(0)
            .Json;
        Assert.Equal(before + 1, (int)plan["numbersOfOtherCampaigns"]!);
        (await SendAsync(desk, FileOf(People), "--cancel")).AssertEndsWith(0);

        var again = (await SendAsync(desk, FileOf(People))).AssertEndsWith(ExitCodes.OutcomeUnknown);
        Assert.Contains("Unknown    1", again.Output, StringComparison.Ordinal);
        Assert.Equal(before, desk.Emulator.Messages.Count);
    }
}
