using static Esms.Cli.Tests.SendingMany.PeopleDesk;

namespace Esms.Cli.Tests.SendingMany;

/// <summary>The outbox of a file that <c>esms send-many</c> sends: where it is, what else is in it, and who sends from it.</summary>
public sealed class OutboxOfFileTests
{
    [Fact]
    public async Task Other_campaigns_of_the_outbox_are_named_and_wait()
    {
        await using var desk = await Desk.StartAsync();
        var outbox = Path.Combine(Path.GetDirectoryName(desk.OptionsFile)!, "all.outbox");
        var first = desk.Write("first.csv", FileOf(People));
        (await desk.InterruptAsync(1, "send-many", first, "--brand", "Baotrixemay", "--yes", "--outbox", outbox)).AssertEndsWith(ExitCodes.Canceled);
        var before = desk.Emulator.Messages.Count;

        var other = (await SendAsync(desk, "phone,content\n0912345678,Xin chao\n", "--outbox", outbox)).AssertEndsWith(0);

        Assert.Contains("first.csv, begun on ", other.Error, StringComparison.Ordinal);
        Assert.Contains($"{before} accepted; {Count - before} wait and are not sent now. --cancel ends them.", other.Error, StringComparison.Ordinal);
        Assert.Equal(before + 1, desk.Emulator.Messages.Count);
        Assert.Equal("Xin chao", desk.Emulator.Messages.Last().Content);
        (await desk.CallAsync("send-many", first, "--brand", "Baotrixemay", "--yes", "--outbox", outbox)).AssertEndsWith(0);
        Assert.Equal(Count + 1, desk.Emulator.Messages.Count);
    }

    [Fact]
    public async Task A_file_has_one_outbox_by_whatever_path_and_wherever_its_folder_was_moved()
    {
        await using var desk = await Desk.StartAsync();
        var file = desk.Write(Path.Combine("march", "messages.csv"), FileOf(People));
        var folder = Path.GetDirectoryName(file)!;
        (await desk.InterruptAsync(1, "send-many", file, "--brand", "Baotrixemay", "--yes")).AssertEndsWith(ExitCodes.Canceled);
        var link = Path.Combine(folder, "..", "link.csv");
        File.CreateSymbolicLink(link, Path.Combine("march", "messages.csv"));
        Directory.CreateSymbolicLink(folder + "-link", folder);

        foreach (
            var path in (string[])
                [
                    link,
                    Path.Combine(folder + "-link", "messages.csv"),
                    Path.Combine(folder, "..", "march", ".", "messages.csv"),
                    Path.GetRelativePath(Directory.GetCurrentDirectory(), file),
                ]
        )
            Assert.Equal(
                Count - desk.Emulator.Messages.Count,
                (int)(await desk.CallAsync("send-many", path, "--brand", "Baotrixemay", "--dry-run", "--json")).AssertEndsWith(0).Json["messages"]!
            );
        Directory.Move(folder, folder + "-2");
        (await desk.CallAsync("send-many", Path.Combine(folder + "-2", "messages.csv"), "--brand", "Baotrixemay", "--yes")).AssertEndsWith(0);

        AssertEachHasOne(desk);
        // Under another name, with an outbox of its own, eSMS refuses what it has had.
        File.Move(Path.Combine(folder + "-2", "messages.csv"), Path.Combine(folder + "-2", "april.csv"));
        (await desk.CallAsync("send-many", Path.Combine(folder + "-2", "april.csv"), "--brand", "Baotrixemay", "--yes")).AssertEndsWith(0);
        AssertEachHasOne(desk);
    }

    [Fact]
    public async Task Two_commands_do_not_send_from_one_outbox_at_a_time()
    {
        await using var desk = await Desk.StartAsync();
        (await InterruptAsync(desk, FileOf(People))).AssertEndsWith(ExitCodes.Canceled);
        var before = desk.Emulator.Messages.Count;
        var outbox = Path.Combine(Path.GetDirectoryName(desk.OptionsFile)!, "messages.csv.outbox");
        await using (new FileStream(outbox + "-worker", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            var refused = (await SendAsync(desk, FileOf(People))).AssertEndsWith(2);
            Assert.Contains("Another process sends from", refused.Error, StringComparison.Ordinal);
            var dry = (await SendAsync(desk, FileOf(People), "--dry-run", "--json")).AssertEndsWith(0).Json;
            Assert.Equal(Count - before, (int)dry["messages"]!);
            var cancelled = (await SendAsync(desk, FileOf(People), "--cancel")).AssertEndsWith(0).Output;
            Assert.Contains("Another process is sending from the outbox.", cancelled, StringComparison.Ordinal);
        }
        Assert.Equal(before, desk.Emulator.Messages.Count);
    }

    [Fact]
    public async Task An_outbox_of_the_version_before_goes_on()
    {
        await using var desk = await Desk.StartAsync();
        (await SendAsync(desk, FileOf(People.Take(3)))).AssertEndsWith(0);
        var outbox = Path.Combine(Path.GetDirectoryName(desk.OptionsFile)!, "messages.csv.outbox");
        foreach (var column in (string[])["source", "content", "begun_at", "is_trial", "canceled"])
            Execute(outbox, $"ALTER TABLE campaigns DROP COLUMN {column}");
        Execute(outbox, "UPDATE campaigns SET name = 'sha256:of the file'; PRAGMA user_version = 1");

        var refused = (await SendAsync(desk, FileOf(People))).AssertEndsWith(2);
        Assert.Contains(
            "Campaign sha256:of the file, begun before: 3 accepted, 3 of them to numbers of this file.",
            refused.Error,
            StringComparison.Ordinal
        );
        (await SendAsync(desk, FileOf(People), "--only-new")).AssertEndsWith(0);

        AssertEachHasOne(desk);
    }
}
