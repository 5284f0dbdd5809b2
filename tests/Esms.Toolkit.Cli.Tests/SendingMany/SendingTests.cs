using Esms.Emulator;

namespace Esms.Cli.Tests.SendingMany;

/// <summary>What <c>esms send-many</c> sends: each row once, however often it is started.</summary>
public sealed class SendingTests
{
    private const string Csv = "phone,content\n0901888484,Cam on 1\n01681234567,\"Cảm ơn, 2\"\n0912345678,Cam on 3\n";

    [Fact]
    public async Task Each_row_is_sent_once_and_its_outcome_is_written_by_its_line()
    {
        await using var desk = await Desk.StartAsync();
        var results = Path.Combine(Path.GetDirectoryName(desk.OptionsFile)!, "results.csv");

        var sent = (await SendAsync(desk, Csv, "--price", "850", "--results", results)).AssertEndsWith(0);

        Assert.Equal(["0381234567", "0901888484", "0912345678"], desk.Emulator.Messages.Select(static message => message.Recipient).Order());
        Assert.Equal(
            ["Cam on 1", "Cam on 3", "Cảm ơn, 2"],
            desk.Emulator.Messages.Select(static message => message.Content).Order(StringComparer.Ordinal)
        );
        Assert.Equal(2550m, desk.Emulator.Messages.Sum(static message => message.Price));
        Assert.Contains("Accepted  3, about 2.550 đồng", sent.Output, StringComparison.Ordinal);
        Assert.Contains("3 of 3", sent.Error, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(results, TestContext.Current.CancellationToken);
        Assert.Equal("line,outcome,code,code name,message id,request id,tries,finished at,problem", lines[0]);
        Assert.Equal(
            ["2,Accepted,100,Success", "3,Accepted,100,Success", "4,Accepted,100,Success"],
            lines.Skip(1).Order(StringComparer.Ordinal).Select(static line => line[..22])
        );
        Assert.All(lines.Skip(1), line => Assert.Contains(desk.Emulator.Messages, message => line.Contains(message.Id, StringComparison.Ordinal)));
        Assert.DoesNotContain(
            lines,
            static line => line.Contains("0901888484", StringComparison.Ordinal) || line.Contains("Cam on", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_same_file_is_sent_once_however_often_and_wherever_from()
    {
        await using var desk = await Desk.StartAsync();
        (await SendAsync(desk, Csv)).AssertEndsWith(0);

        var again = (await SendAsync(desk, Csv)).AssertEndsWith(0);
        var elsewhere = (
            await SendAsync(desk, Csv, "--outbox", Path.Combine(Path.GetDirectoryName(desk.OptionsFile)!, "other.outbox"))
        ).AssertEndsWith(0);

        Assert.Equal(3, desk.Emulator.Messages.Count);
        Assert.Contains("The outbox has these messages already", again.Error, StringComparison.Ordinal);
        Assert.Contains("Accepted  3", elsewhere.Output, StringComparison.Ordinal);
        (await SendAsync(desk, Csv, "--campaign", "once more")).AssertEndsWith(0);
        Assert.Equal(6, desk.Emulator.Messages.Count);
    }

    [Fact]
    public async Task A_campaign_goes_on_with_the_same_messages_only()
    {
        await using var desk = await Desk.StartAsync();
        (await SendAsync(desk, Csv)).AssertEndsWith(0);

        var folded = (await SendAsync(desk, Csv, "--fold")).AssertEndsWith(2);

        Assert.Contains("3 messages would go to numbers that have a message already. Nothing was sent.", folded.Error, StringComparison.Ordinal);
        Assert.Contains("--campaign with a new name sends the file as another campaign.", folded.Error, StringComparison.Ordinal);
        Assert.Equal(3, desk.Emulator.Messages.Count);
    }

    [Fact]
    public async Task Refused_rows_are_told_and_the_others_are_sent()
    {
        var options = new EsmsEmulatorOptions();
        options.Catalogue.BlockedPhones.Add("0381234567");
        await using var desk = await Desk.StartAsync(options);
        var results = Path.Combine(Path.GetDirectoryName(desk.OptionsFile)!, "results.csv");

        var sent = (await SendAsync(desk, Csv, "--json", "--results", results)).AssertEndsWith(3);

        Assert.Equal((2, 1, 0, 0), ((int)sent.Json["accepted"]!, (int)sent.Json["refused"]!, (int)sent.Json["unknown"]!, (int)sent.Json["left"]!));
        Assert.Equal(3, (int)sent.Json["plan"]!["messages"]!);
        Assert.Contains(
            await File.ReadAllLinesAsync(results, TestContext.Current.CancellationToken),
            static line => line.StartsWith("3,Refused,99,PhoneBlocked", StringComparison.Ordinal)
        );
        Assert.Contains("exists already", (await SendAsync(desk, Csv, "--results", results)).AssertEndsWith(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_answer_is_settled_and_the_message_is_there_once()
    {
        await using var desk = await Desk.StartAsync();
        desk.Emulator.Faults = new FaultScript
        {
            Rules =
            {
                new FaultRule { Kind = FaultKind.LostAnswer, Times = 2 },
            },
        };

        var sent = (await SendAsync(desk, Csv)).AssertEndsWith(0);

        Assert.Contains("Accepted  3", sent.Output, StringComparison.Ordinal);
        Assert.Equal(3, desk.Emulator.Messages.Count);
    }

    [Fact]
    public async Task A_trial_is_a_campaign_of_its_own_and_leaves_nothing_behind()
    {
        await using var desk = await Desk.StartAsync();

        var trial = (await SendAsync(desk, Csv, "--sandbox")).AssertEndsWith(0);

        Assert.Contains("Accepted  3", trial.Output, StringComparison.Ordinal);
        Assert.Empty(desk.Emulator.Messages);
        (await SendAsync(desk, Csv)).AssertEndsWith(0);
        Assert.Equal(3, desk.Emulator.Messages.Count);
    }

    [Fact]
    public async Task Folded_texts_are_what_is_sent_and_marks_need_no_option()
    {
        await using var desk = await Desk.StartAsync();
        (await SendAsync(desk, Csv)).AssertEndsWith(0);
        (await SendAsync(desk, Csv, "--fold", "--campaign", "folded")).AssertEndsWith(0);

        Assert.Equal([false, false, false, false, false, true], desk.Emulator.Messages.Select(static message => message.IsUnicode).Order());
        Assert.Contains(desk.Emulator.Messages, static message => message.Content == "Cam on, 2");
    }

    [Fact]
    public async Task Templates_of_Zalo_are_sent_with_the_values_of_their_columns()
    {
        await using var desk = await Desk.StartAsync();
        var file = desk.Write("zalo.csv", "phone,TempData.name,TempData.code\n0901888484,Ánh,7\n");

        (
            await desk.CallAsync(
                "send-many",
                file,
                "--operation",
                "SendZaloTemplate",
                "--set",
                "OfficialAccountId=4097311281936189049",
                "--set",
                "TemplateId=205644",
                "--yes"
            )
        ).AssertEndsWith(0);

        Assert.Contains("Ánh", Assert.Single(desk.Emulator.Messages).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_terminal_nothing_is_sent_that_was_not_confirmed()
    {
        await using var desk = await Desk.StartAsync();

        var result = (
            await EsmsProcess.RunAsync(
                ["send-many", desk.Write("messages.csv", Csv), "--brand", "Baotrixemay", "--options-file", desk.OptionsFile],
                "y\n"
            )
        ).AssertEndsWith(2);

        Assert.Contains("Give --yes to send without a question", result.Error, StringComparison.Ordinal);
        Assert.Empty(desk.Emulator.Requests);
    }

    [Fact]
    public async Task A_file_that_is_no_outbox_is_left_alone()
    {
        await using var desk = await Desk.StartAsync();
        var other = desk.Write("other.csv", new string('x', 5000));

        var result = (await SendAsync(desk, Csv, "--outbox", other)).AssertEndsWith(2);

        Assert.Equal($"{other} is not an outbox.\n", result.Error);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(other, TestContext.Current.CancellationToken));
        Assert.Contains(
            "there is no folder for",
            (await SendAsync(desk, Csv, "--outbox", Path.Combine(other, "x"))).AssertEndsWith(2).Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "There is no file no.csv.",
            (await desk.CallAsync("send-many", "no.csv", "--brand", "B")).AssertEndsWith(2).Error,
            StringComparison.Ordinal
        );
        Assert.Empty(desk.Emulator.Requests);
    }

    private static Task<CliResult> SendAsync(Desk desk, string csv, params IEnumerable<string> options) =>
        desk.CallAsync(["send-many", desk.Write("messages.csv", csv), "--brand", "Baotrixemay", "--yes", .. options]);
}
