using Esms.Emulator;
using static Esms.Cli.Tests.SendingMany.PeopleDesk;

namespace Esms.Cli.Tests.SendingMany;

/// <summary>Nobody gets a second message of <c>esms send-many</c> without a choice that says so.</summary>
public sealed class RepeatTests
{
    [Fact]
    public async Task A_corrected_text_goes_to_everybody_when_that_was_asked_for()
    {
        await using var desk = await Desk.StartAsync();
        (await InterruptAsync(desk, FileOf(People))).AssertEndsWith(ExitCodes.Canceled);
        var wrong = desk.Emulator.Messages.Count;

        (await SendAsync(desk, FileOf(People.Select(static row => (row.Phone, row.Text + " (dung)"))), "--allow-repeats")).AssertEndsWith(0);

        Assert.Equal(wrong + Count, desk.Emulator.Messages.Count);
        Assert.Equal(Count, desk.Emulator.Messages.Count(static message => message.Content.EndsWith("(dung)", StringComparison.Ordinal)));
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
        Assert.Contains("1 message would go to numbers that have a message already.", refused.Error, StringComparison.Ordinal);
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
        (await SendAsync(desk, FileOf(People))).AssertEndsWith(0);

        (await InterruptAsync(desk, FileOf(People), "--campaign", "december")).AssertEndsWith(ExitCodes.Canceled);
        (await SendAsync(desk, FileOf(People), "--campaign", "december")).AssertEndsWith(0);

        Assert.All(desk.Emulator.Messages.CountBy(static message => message.Recipient), static pair => Assert.Equal(2, pair.Value));
        var other = (await SendAsync(desk, FileOf(People.Skip(1)), "--campaign", "december")).AssertEndsWith(2);
        Assert.Contains("Campaign december of ", other.Error, StringComparison.Ordinal);
        Assert.Contains("was begun with other messages", other.Error, StringComparison.Ordinal);
        Assert.Equal(2 * Count, desk.Emulator.Messages.Count);
    }

    [Fact]
    public async Task A_named_campaign_that_goes_on_spares_whom_another_one_reached_meanwhile()
    {
        await using var desk = await Desk.StartAsync();
        (await InterruptAsync(desk, FileOf(People), "--campaign", "first")).AssertEndsWith(ExitCodes.Canceled);
        (await SendAsync(desk, FileOf(People.Select(static row => (row.Phone, row.Text + " (dung)"))), "--only-new")).AssertEndsWith(0);
        AssertEachHasOne(desk);

        (await SendAsync(desk, FileOf(People), "--campaign", "first")).AssertEndsWith(2);

        AssertEachHasOne(desk);
    }

    [Fact]
    public async Task A_refused_message_is_no_message_and_a_trial_is_none_either()
    {
        var options = new EsmsEmulatorOptions();
        options.Catalogue.BlockedPhones.Add(PhoneOf(1));
        await using var desk = await Desk.StartAsync(options);
        (await SendAsync(desk, FileOf(People), "--sandbox")).AssertEndsWith(ExitCodes.Refused);
        (await SendAsync(desk, FileOf(People.Take(2)))).AssertEndsWith(ExitCodes.Refused);

        var plan = (await SendAsync(desk, FileOf(People.Take(2).Select(static row => (row.Phone, row.Text + "!"))), "--dry-run", "--json"))
            .AssertEndsWith(0)
            .Json;

        Assert.Equal((2, 1), ((int)plan["messages"]!, (int)plan["numbersOfOtherCampaigns"]!));
    }
}
