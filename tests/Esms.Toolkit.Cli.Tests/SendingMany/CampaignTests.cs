using System.Globalization;
using System.Text;
using Esms.Emulator;
using Microsoft.Data.Sqlite;

namespace Esms.Cli.Tests.SendingMany;

/// <summary>What <c>esms send-many</c> sends is what it has shown: campaigns that were cut off, edited, saved again, appended to and cancelled.</summary>
public sealed class CampaignTests
{
    private const int Count = 12;

    private static readonly IEnumerable<(string Phone, string Text)> People = Enumerable
        .Range(1, Count)
        .Select(static i => (PhoneOf(i), $"Cam on {i}"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Forms =>
        new()
        {
            { "a byte order mark and CRLF", "\uFEFF" + Csv(People).ReplaceLineEndings("\r\n") },
            {
                "quotes around every cell",
                "\"phone\",\"content\"\n" + string.Concat(People.Select(static row => $"\"{row.Phone}\",\"{row.Text}\"\n"))
            },
            {
                "semicolons and blank lines",
                "sep=;\nphone;content\n\n" + string.Concat(People.Select(static row => $"{row.Phone};{row.Text}\n\n;\n"))
            },
            { "other names of the columns", Csv(People).Replace("phone,content", "To,TEXT", StringComparison.Ordinal) },
            { "other columns and their order", "content,note,phone\n" + string.Concat(People.Select(static row => $"{row.Text},,{row.Phone}\n")) },
            { "numbers in another writing", Csv(People.Select(static row => ($"+84 {row.Phone[1..]}", row.Text))) },
            { "the rows sorted the other way", Csv(People.Reverse()) },
        };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_file_that_was_saved_in_another_form_goes_on_where_it_was(string form, string csv)
    {
        await using var desk = await Desk.StartAsync();
        (await InterruptAsync(desk, Csv(People))).AssertEndsWith(ExitCodes.Canceled);
        var before = desk.Emulator.Messages.Count;
        Assert.InRange(before, 1, Count - 1);

        var plan = (await SendAsync(desk, csv, "--ignore", "note", "--dry-run", "--json")).AssertEndsWith(0).Json;
        (await SendAsync(desk, csv, "--ignore", "note")).AssertEndsWith(0);

        Assert.True(Count - before == (int)plan["messages"]!, form);
        AssertEachHasOne(desk);
        var again = (await SendAsync(desk, Csv(People))).AssertEndsWith(0);
        Assert.Contains("The outbox has these messages already", again.Error, StringComparison.Ordinal);
        AssertEachHasOne(desk);
    }

    [Fact]
    public async Task Line_breaks_that_a_program_changed_inside_of_cells_make_no_other_campaign()
    {
        await using var desk = await Desk.StartAsync();
        var csv = "phone,content\n" + string.Concat(People.Select(static row => $"{row.Phone},\"{row.Text}\nHen gap lai \\r\"\n"));
        (await InterruptAsync(desk, csv)).AssertEndsWith(ExitCodes.Canceled);

        (await SendAsync(desk, csv.ReplaceLineEndings("\r\n"))).AssertEndsWith(0);

        AssertEachHasOne(desk);
        Assert.All(desk.Emulator.Messages, static message => Assert.DoesNotContain('\r', message.Content));
    }

    [Fact]
    public async Task Nothing_of_a_text_that_was_corrected_goes_out_and_nobody_gets_both_unasked()
    {
        await using var desk = await Desk.StartAsync();
        (await InterruptAsync(desk, Csv(People))).AssertEndsWith(ExitCodes.Canceled);
        var wrong = desk.Emulator.Messages.Count;
        var corrected = Csv(People.Select(static row => (row.Phone, row.Text + " (dung)")));

        var refused = (await SendAsync(desk, corrected)).AssertEndsWith(2);
        Assert.Equal(wrong, desk.Emulator.Messages.Count);
        Assert.Contains(
            $"{wrong} accepted, {wrong} of them to numbers of this file; {Count - wrong} wait and are not sent now.",
            refused.Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"{wrong} messages would go to numbers that have a message already. Nothing was sent.",
            refused.Error,
            StringComparison.Ordinal
        );
        foreach (var choice in (string[])["--only-new", "--allow-repeats", "--campaign"])
            Assert.Contains(choice, refused.Error, StringComparison.Ordinal);

        var plan = (await SendAsync(desk, corrected, "--only-new", "--dry-run", "--json")).AssertEndsWith(0).Json;
        Assert.Equal((Count - wrong, wrong), ((int)plan["messages"]!, (int)plan["leftOut"]!));
        (await SendAsync(desk, corrected, "--only-new")).AssertEndsWith(0);
        AssertEachHasOne(desk);
        Assert.Equal(wrong, desk.Emulator.Messages.Count(static message => !message.Content.EndsWith("(dung)", StringComparison.Ordinal)));

        // The old text again, by mistake: all others have the right one by now.
        (await SendAsync(desk, Csv(People))).AssertEndsWith(2);
        var left = (await SendAsync(desk, Csv(People), "--only-new")).AssertEndsWith(0);
        Assert.Contains("none of them is left to send", left.Error, StringComparison.Ordinal);
        AssertEachHasOne(desk);
    }

    [Fact]
    public async Task A_corrected_text_goes_to_everybody_when_that_was_asked_for()
    {
        await using var desk = await Desk.StartAsync();
        (await InterruptAsync(desk, Csv(People))).AssertEndsWith(ExitCodes.Canceled);
        var wrong = desk.Emulator.Messages.Count;

        (await SendAsync(desk, Csv(People.Select(static row => (row.Phone, row.Text + " (dung)"))), "--allow-repeats")).AssertEndsWith(0);

        Assert.Equal(wrong + Count, desk.Emulator.Messages.Count);
        Assert.Equal(Count, desk.Emulator.Messages.Count(static message => message.Content.EndsWith("(dung)", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_row_that_was_appended_goes_out_alone(bool isCutOff)
    {
        await using var desk = await Desk.StartAsync();
        if (isCutOff)
            (await InterruptAsync(desk, Csv(People))).AssertEndsWith(ExitCodes.Canceled);
        else
            (await SendAsync(desk, Csv(People))).AssertEndsWith(0);
        var (before, longer) = (desk.Emulator.Messages.Count, Csv(People.Append((PhoneOf(Count + 1), "Cam on them"))));

        (await SendAsync(desk, longer)).AssertEndsWith(2);
        Assert.Equal(before, desk.Emulator.Messages.Count);
        (await SendAsync(desk, longer, "--only-new")).AssertEndsWith(0);

        Assert.Equal(Count + 1, desk.Emulator.Messages.Count);
        Assert.Equal(Count + 1, desk.Emulator.Messages.Select(static message => message.Recipient).Distinct().Count());
    }

    [Theory]
    [InlineData("--fold")]
    [InlineData("--set", "CampaignId=x")]
    [InlineData("--brand", "Otherbrand")]
    public async Task Other_options_make_another_campaign_and_nobody_gets_both_unasked(params string[] options)
    {
        await using var desk = await Desk.StartAsync();
        var csv = "phone,content\n0901888484,\"Cảm ơn\"\n";
        (await SendAsync(desk, csv)).AssertEndsWith(0);
        var file = desk.Write("messages.csv", csv);

        var refused = await desk.CallAsync(
            ["send-many", file, "--yes", .. options.Contains("--brand") ? [] : (string[])["--brand", "Baotrixemay"], .. options]
        );

        refused.AssertEndsWith(2);
        Assert.Contains("1 messages would go to numbers that have a message already.", refused.Error, StringComparison.Ordinal);
        Assert.Single(desk.Emulator.Messages);
    }

    [Fact]
    public async Task A_number_that_comes_twice_gets_one_message_unless_more_are_asked_for()
    {
        await using var desk = await Desk.StartAsync();
        const string csv = "phone,content\n0901888484,Cam on 1\n+84901888484,Cam on 2\n0901888485,Cam on\n0901888485,Cam on\n";

        var refused = (await SendAsync(desk, csv)).AssertEndsWith(2);
        Assert.Contains("2 messages would go to numbers that have a message already.", refused.Error, StringComparison.Ordinal);
        Assert.Empty(desk.Emulator.Messages);

        (await SendAsync(desk, csv, "--only-new")).AssertEndsWith(0);
        Assert.Equal(["Cam on", "Cam on 1"], desk.Emulator.Messages.Select(static message => message.Content).Order(StringComparer.Ordinal));
        (await SendAsync(desk, csv)).AssertEndsWith(2);
        (await SendAsync(desk, csv, "--allow-repeats")).AssertEndsWith(0);
        Assert.Equal(
            ["Cam on", "Cam on", "Cam on 1", "Cam on 2"],
            desk.Emulator.Messages.Select(static message => message.Content).Order(StringComparer.Ordinal)
        );
        (await SendAsync(desk, csv, "--allow-repeats")).AssertEndsWith(0);
        Assert.Equal(4, desk.Emulator.Messages.Count);
    }

    [Fact]
    public async Task A_new_name_sends_the_file_as_another_campaign_which_goes_on_by_that_name()
    {
        await using var desk = await Desk.StartAsync();
        (await SendAsync(desk, Csv(People))).AssertEndsWith(0);

        (await InterruptAsync(desk, Csv(People), "--campaign", "december")).AssertEndsWith(ExitCodes.Canceled);
        (await SendAsync(desk, Csv(People), "--campaign", "december")).AssertEndsWith(0);

        Assert.All(desk.Emulator.Messages.CountBy(static message => message.Recipient), static pair => Assert.Equal(2, pair.Value));
        var other = (await SendAsync(desk, Csv(People.Skip(1)), "--campaign", "december")).AssertEndsWith(2);
        Assert.Contains("Campaign december of ", other.Error, StringComparison.Ordinal);
        Assert.Contains("was begun with other messages", other.Error, StringComparison.Ordinal);
        Assert.Equal(2 * Count, desk.Emulator.Messages.Count);
    }

    [Fact]
    public async Task A_named_campaign_that_goes_on_spares_whom_another_one_reached_meanwhile()
    {
        await using var desk = await Desk.StartAsync();
        (await InterruptAsync(desk, Csv(People), "--campaign", "first")).AssertEndsWith(ExitCodes.Canceled);
        (await SendAsync(desk, Csv(People.Select(static row => (row.Phone, row.Text + " (dung)"))), "--only-new")).AssertEndsWith(0);
        AssertEachHasOne(desk);

        (await SendAsync(desk, Csv(People), "--campaign", "first")).AssertEndsWith(2);

        AssertEachHasOne(desk);
    }

    [Fact]
    public async Task Cancelled_messages_are_never_sent_and_the_exit_code_says_so()
    {
        await using var desk = await Desk.StartAsync();
        (await InterruptAsync(desk, Csv(People))).AssertEndsWith(ExitCodes.Canceled);
        var sent = desk.Emulator.Messages.Count;
        var file = desk.Write("messages.csv", "not even a table");

        var shown = (await desk.CallAsync("send-many", file, "--cancel", "--dry-run")).AssertEndsWith(0);
        Assert.EndsWith($"messages.csv: {Count - sent} messages wait.\n", shown.Output, StringComparison.Ordinal);
        var cancelled = (await desk.CallAsync("send-many", file, "--cancel")).AssertEndsWith(0);
        Assert.EndsWith($"messages.csv: {Count - sent} messages cancelled.\n", cancelled.Output, StringComparison.Ordinal);
        Assert.Equal("Nothing waits.\n", (await desk.CallAsync("send-many", file, "--cancel")).AssertEndsWith(0).Output);

        var results = Path.Combine(Path.GetDirectoryName(file)!, "results.csv");
        var again = (await SendAsync(desk, Csv(People), "--results", results)).AssertEndsWith(ExitCodes.Found);
        Assert.Contains($"Cancelled  {Count - sent}", again.Output, StringComparison.Ordinal);
        Assert.Equal(sent, desk.Emulator.Messages.Count);
        var lines = (await File.ReadAllLinesAsync(results, Cancellation)).Skip(1).Select(static line => line.Split(',')).ToList();
        Assert.Equal(Count - sent, lines.Count(static line => line[1] == "Canceled"));
        Assert.Equal(Enumerable.Range(2, Count), lines.Select(static line => int.Parse(line[0], CultureInfo.InvariantCulture)).Order());
        // Those who got nothing can still be reached, by another campaign.
        (await SendAsync(desk, Csv(People), "--campaign", "rest")).AssertEndsWith(0);
        Assert.Equal(sent + Count, desk.Emulator.Messages.Count);
    }

    [Fact]
    public async Task Only_the_campaign_of_that_name_or_file_is_cancelled()
    {
        await using var desk = await Desk.StartAsync();
        var outbox = Path.Combine(Path.GetDirectoryName(desk.OptionsFile)!, "all.outbox");
        var (first, second) = (
            desk.Write("first.csv", Csv(People)),
            desk.Write("second.csv", Csv(People.Select(static row => (row.Phone, "Khac " + row.Text))))
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
    public async Task Other_campaigns_of_the_outbox_are_named_and_wait()
    {
        await using var desk = await Desk.StartAsync();
        var outbox = Path.Combine(Path.GetDirectoryName(desk.OptionsFile)!, "all.outbox");
        var first = desk.Write("first.csv", Csv(People));
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
        var file = desk.Write(Path.Combine("march", "messages.csv"), Csv(People));
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
        (await InterruptAsync(desk, Csv(People))).AssertEndsWith(ExitCodes.Canceled);
        var before = desk.Emulator.Messages.Count;
        var outbox = Path.Combine(Path.GetDirectoryName(desk.OptionsFile)!, "messages.csv.outbox");
        await using (new FileStream(outbox + "-worker", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            var refused = (await SendAsync(desk, Csv(People))).AssertEndsWith(2);
            Assert.Contains("Another process sends from", refused.Error, StringComparison.Ordinal);
            var dry = (await SendAsync(desk, Csv(People), "--dry-run", "--json")).AssertEndsWith(0).Json;
            Assert.Equal(Count - before, (int)dry["messages"]!);
            var cancelled = (await SendAsync(desk, Csv(People), "--cancel")).AssertEndsWith(0).Output;
            Assert.Contains("Another process is sending from the outbox.", cancelled, StringComparison.Ordinal);
        }
        Assert.Equal(before, desk.Emulator.Messages.Count);
    }

    [Fact]
    public async Task What_may_have_been_sent_counts_as_sent_and_is_unknown_when_it_is_cancelled()
    {
        await using var desk = await Desk.StartAsync();
        (await InterruptAsync(desk, Csv(People))).AssertEndsWith(ExitCodes.Canceled);
        var (before, outbox) = (desk.Emulator.Messages.Count, Path.Combine(Path.GetDirectoryName(desk.OptionsFile)!, "messages.csv.outbox"));
        // As a process leaves it that is killed while one of its messages is in flight.
        Execute(outbox, "UPDATE messages SET due = NULL, tries = 1, tried_since = 1 WHERE id = (SELECT max(id) FROM messages)");

        var plan = (await SendAsync(desk, Csv(People.Select(static row => (row.Phone, row.Text + "!"))), "--dry-run", "--json"))
            .AssertEndsWith(0)
            .Json;
        Assert.Equal(before + 1, (int)plan["numbersOfOtherCampaigns"]!);
        (await SendAsync(desk, Csv(People), "--cancel")).AssertEndsWith(0);

        var again = (await SendAsync(desk, Csv(People))).AssertEndsWith(ExitCodes.OutcomeUnknown);
        Assert.Contains("Unknown    1", again.Output, StringComparison.Ordinal);
        Assert.Equal(before, desk.Emulator.Messages.Count);
    }

    [Fact]
    public async Task A_refused_message_is_no_message_and_a_trial_is_none_either()
    {
        var options = new EsmsEmulatorOptions();
        options.Catalogue.BlockedPhones.Add(PhoneOf(1));
        await using var desk = await Desk.StartAsync(options);
        (await SendAsync(desk, Csv(People), "--sandbox")).AssertEndsWith(ExitCodes.Refused);
        (await SendAsync(desk, Csv(People.Take(2)))).AssertEndsWith(ExitCodes.Refused);

        var plan = (await SendAsync(desk, Csv(People.Take(2).Select(static row => (row.Phone, row.Text + "!"))), "--dry-run", "--json"))
            .AssertEndsWith(0)
            .Json;

        Assert.Equal((2, 1), ((int)plan["messages"]!, (int)plan["numbersOfOtherCampaigns"]!));
    }

    [Fact]
    public async Task An_outbox_of_the_version_before_goes_on()
    {
        await using var desk = await Desk.StartAsync();
        (await SendAsync(desk, Csv(People.Take(3)))).AssertEndsWith(0);
        var outbox = Path.Combine(Path.GetDirectoryName(desk.OptionsFile)!, "messages.csv.outbox");
        foreach (var column in (string[])["source", "content", "begun_at", "is_trial", "canceled"])
            Execute(outbox, $"ALTER TABLE campaigns DROP COLUMN {column}");
        Execute(outbox, "UPDATE campaigns SET name = 'sha256:of the file'; PRAGMA user_version = 1");

        var refused = (await SendAsync(desk, Csv(People))).AssertEndsWith(2);
        Assert.Contains(
            "Campaign sha256:of the file, begun before: 3 accepted, 3 of them to numbers of this file.",
            refused.Error,
            StringComparison.Ordinal
        );
        (await SendAsync(desk, Csv(People), "--only-new")).AssertEndsWith(0);

        AssertEachHasOne(desk);
    }

    private static string PhoneOf(int person) => string.Create(CultureInfo.InvariantCulture, $"09018884{person:D2}");

    private static string Csv(IEnumerable<(string Phone, string Text)> rows) =>
        rows.Aggregate(new StringBuilder("phone,content\n"), static (csv, row) => csv.Append(row.Phone).Append(',').Append(row.Text).Append('\n'))
            .ToString();

    private static void AssertEachHasOne(Desk desk, int people = Count)
    {
        Assert.Equal(
            Enumerable.Range(1, people).Select(PhoneOf),
            desk.Emulator.Messages.Select(static message => message.Recipient).Order(StringComparer.Ordinal)
        );
    }

    private static void Execute(string outbox, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={outbox};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static Task<CliResult> SendAsync(Desk desk, string csv, params IEnumerable<string> options) =>
        desk.CallAsync(["send-many", desk.Write("messages.csv", csv), "--brand", "Baotrixemay", "--yes", .. options]);

    private static Task<CliResult> InterruptAsync(Desk desk, string csv, params IEnumerable<string> options) =>
        desk.InterruptAsync(3, ["send-many", desk.Write("messages.csv", csv), "--brand", "Baotrixemay", "--yes", .. options]);
}
