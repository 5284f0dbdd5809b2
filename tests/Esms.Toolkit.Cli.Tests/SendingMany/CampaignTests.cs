using static Esms.Cli.Tests.SendingMany.PeopleDesk;

namespace Esms.Cli.Tests.SendingMany;

/// <summary>What <c>esms send-many</c> sends is what it has shown: files that were cut off, edited, saved again and appended to.</summary>
public sealed class CampaignTests
{
    public static TheoryData<string, string> Forms =>
        new()
        {
            { "a byte order mark and CRLF", "\uFEFF" + FileOf(People).ReplaceLineEndings("\r\n") },
            {
                "quotes around every cell",
                "\"phone\",\"content\"\n" + string.Concat(People.Select(static row => $"\"{row.Phone}\",\"{row.Text}\"\n"))
            },
            {
                "semicolons and blank lines",
                "sep=;\nphone;content\n\n" + string.Concat(People.Select(static row => $"{row.Phone};{row.Text}\n\n;\n"))
            },
            { "other names of the columns", FileOf(People).Replace("phone,content", "To,TEXT", StringComparison.Ordinal) },
            { "other columns and their order", "content,note,phone\n" + string.Concat(People.Select(static row => $"{row.Text},,{row.Phone}\n")) },
            { "numbers in another writing", FileOf(People.Select(static row => ($"+84 {row.Phone[1..]}", row.Text))) },
            { "the rows sorted the other way", FileOf(People.Reverse()) },
        };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_file_that_was_saved_in_another_form_goes_on_where_it_was(string form, string csv)
    {
        await using var desk = await Desk.StartAsync();
        (await InterruptAsync(desk, FileOf(People))).AssertEndsWith(ExitCodes.Canceled);
        var before = desk.Emulator.Messages.Count;
        Assert.InRange(before, 1, Count - 1);

        var plan = (await SendAsync(desk, csv, "--ignore", "note", "--dry-run", "--json")).AssertEndsWith(0).Json;
        (await SendAsync(desk, csv, "--ignore", "note")).AssertEndsWith(0);

        Assert.True(Count - before == (int)plan["messages"]!, form);
        AssertEachHasOne(desk);
        var again = (await SendAsync(desk, FileOf(People))).AssertEndsWith(0);
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
        (await InterruptAsync(desk, FileOf(People))).AssertEndsWith(ExitCodes.Canceled);
        var wrong = desk.Emulator.Messages.Count;
        var corrected = FileOf(People.Select(static row => (row.Phone, row.Text + " (dung)")));

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
        (await SendAsync(desk, FileOf(People))).AssertEndsWith(2);
        var left = (await SendAsync(desk, FileOf(People), "--only-new")).AssertEndsWith(0);
        Assert.Contains("none of them is left to send", left.Error, StringComparison.Ordinal);
        AssertEachHasOne(desk);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_row_that_was_appended_goes_out_alone(bool isCutOff)
    {
        await using var desk = await Desk.StartAsync();
        if (isCutOff)
            (await InterruptAsync(desk, FileOf(People))).AssertEndsWith(ExitCodes.Canceled);
        else
            (await SendAsync(desk, FileOf(People))).AssertEndsWith(0);
        var (before, longer) = (desk.Emulator.Messages.Count, FileOf(People.Append((PhoneOf(Count + 1), "Cam on them"))));

        (await SendAsync(desk, longer)).AssertEndsWith(2);
        Assert.Equal(before, desk.Emulator.Messages.Count);
        (await SendAsync(desk, longer, "--only-new")).AssertEndsWith(0);

        Assert.Equal(Count + 1, desk.Emulator.Messages.Count);
        Assert.Equal(Count + 1, desk.Emulator.Messages.Select(static message => message.Recipient).Distinct().Count());
    }
}
