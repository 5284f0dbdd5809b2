using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Esms.Cli.Tests;

/// <summary>The short commands, and completion.</summary>
public sealed class VerbTests
{
    private static readonly string[] Send = ["send", "--to", "0901888484", "--text", "686868 la ma xac minh", "--brand", "Baotrixemay"];

    [Fact]
    public async Task Send_shows_code_message_and_request_and_status_follows_it_to_its_end()
    {
        await using var desk = await Desk.StartAsync();

        var sent = (await desk.CallAsync([.. Send, "--yes", "--request-id", "order-1"])).AssertEndsWith(0);

        var message = Assert.Single(desk.Emulator.Messages);
        Assert.Equal($"Accepted (100).\nSmsId      {message.Id}\nRequestId  order-1\n", sent.Output);
        desk.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        var status = (await desk.CallAsync("status", message.Id, "--watch")).AssertEndsWith(0);
        Assert.Contains("SendStatus      5 (Finished)", status.Output, StringComparison.Ordinal);
        Assert.Contains("TotalPrice      850 đồng", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_watched_message_that_failed_ends_with_1()
    {
        var options = new Emulator.EsmsEmulatorOptions();
        options.Catalogue.FailingRecipients.Add("0901888484");
        await using var desk = await Desk.StartAsync(options);
        (await desk.CallAsync([.. Send, "--yes"])).AssertEndsWith(0);
        var message = Assert.Single(desk.Emulator.Messages);

        var watching = desk.CallAsync("status", message.Id, "--watch", "--every", "0.05");
        while (desk.Emulator.Requests.Count < 3)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        desk.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));

        var status = (await watching).AssertEndsWith(1);
        Assert.StartsWith("status 1 ", status.Error, StringComparison.Ordinal);
        Assert.Contains("SendFailed      1", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_terminal_nothing_is_sent_that_was_not_confirmed()
    {
        await using var desk = await Desk.StartAsync();

        var sent = (await EsmsProcess.RunAsync([.. Send, "--options-file", desk.OptionsFile], "y\n")).AssertEndsWith(2);

        Assert.Contains("Give --yes to send without a question", sent.Error, StringComparison.Ordinal);
        Assert.Empty(desk.Emulator.Messages);
    }

    [Fact]
    public async Task A_trial_uses_its_request_id_up_and_the_help_says_so()
    {
        await using var desk = await Desk.StartAsync();

        (await desk.CallAsync([.. Send, "--sandbox", "--request-id", "order-1"])).AssertEndsWith(0);
        var live = (await desk.CallAsync([.. Send, "--yes", "--request-id", "order-1"])).AssertEndsWith(ExitCodes.Refused);
        var help = (await Desk.RunAsync("send", "--help")).AssertEndsWith(0).Output;

        Assert.Contains("124", live.Output + live.Error, StringComparison.Ordinal);
        Assert.Empty(desk.Emulator.Messages);
        Assert.Contains(
            "uses up a request id",
            string.Join(' ', help.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(0, "--sandbox", "--phones", "[\"0901888484\",\"0901888485\",\"0901888486\"]")]
    [InlineData(0, "--body", "{\"Phones\":[\"0901888484\",\"0901888485\",\"0901888486\"],\"Sandbox\":\"1\"}")]
    [InlineData(ExitCodes.Usage, "--phones", "[\"0901888484\",\"0901888485\",\"0901888486\"]")]
    [InlineData(ExitCodes.Usage, "--body", "{\"Phones\":[\"0901888484\",\"0901888485\",\"0901888486\"],\"Sandbox\":\"0\"}")]
    public async Task Only_an_advertising_trial_has_three_numbers(int code, params string[] options)
    {
        await using var desk = await Desk.StartAsync();

        (await desk.CallAsync(["call", "SendAdvertising", "--brandname", "QC_ONLINE", "--content", "Giam gia", .. options])).AssertEndsWith(code);
    }

    [Fact]
    public async Task Vietnamese_letters_make_it_Unicode_and_a_trial_leaves_nothing_behind()
    {
        await using var desk = await Desk.StartAsync();

        var shown = (await desk.CallAsync(["send", "--to", "0901888484", "--text", "Mã của bạn", "--brand", "B", "--dry-run"])).AssertEndsWith(0);
        Assert.Contains("\"IsUnicode\": \"1\"", shown.Output, StringComparison.Ordinal);

        (await desk.CallAsync([.. Send, "--sandbox"])).AssertEndsWith(0);
        Assert.Empty(desk.Emulator.Messages);
    }

    [Theory]
    [InlineData("+84 901 888 484", "0901888484")]
    [InlineData("(84)901-888-484", "0901888484")]
    [InlineData("01681234567", "0381234567")]
    public async Task A_number_goes_out_as_eSMS_documents_it_however_it_was_written(string written, string phone)
    {
        await using var desk = await Desk.StartAsync();

        (await desk.CallAsync(["send", "--to", written, .. Send.Skip(3), "--yes"])).AssertEndsWith(0);

        Assert.Equal(phone, (string?)JsonNode.Parse(Assert.Single(desk.Emulator.Requests).Values)!["Phone"]);
    }

    [Theory]
    [InlineData("02838123456", "--to: this is no mobile number of Vietnam.\n")]
    [InlineData("+1 202 555 0101", "--to: this is a number of another country.\n")]
    [InlineData("090188848", "--to: this has too few or too many digits for a mobile number of Vietnam.\n")]
    [InlineData("An", "--to: this is no phone number.\n")]
    [InlineData("", "--to: this is no phone number.\n")]
    public async Task A_number_that_gets_no_SMS_is_refused_as_in_a_file(string written, string problem)
    {
        await using var desk = await Desk.StartAsync();

        Assert.Equal(problem, (await desk.CallAsync(["send", "--to", written, .. Send.Skip(3), "--yes"])).AssertEndsWith(2).Error);
        Assert.Empty(desk.Emulator.Requests);
    }

    [Theory]
    [FullRun("needs bash")]
    [InlineData("esms ba", "balance")]
    [InlineData("esms call GetSendS", "GetSendStatus")]
    [InlineData("esms call GetSendStatus --sm", "--sms-id")]
    [InlineData("esms call SendZaloTemplate --sending-mode Abo", "AboveQuota")]
    [InlineData("esms contracts show GetBal", "GetBalance")]
    public async Task Bash_completes(string line, string expected)
    {
        if (!File.Exists("/bin/bash"))
            Assert.Skip("There is no bash on this machine.");
        var script = (await Desk.RunAsync("completion", "bash")).AssertEndsWith(0).Output;
        var words = line.Split(' ');
        var start = EsmsStart.Of([]);
        start.FileName = "/bin/bash";
        start.ArgumentList.Clear();
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(
            $$"""
            esms() { dotnet '{{EsmsStart.Assembly}}' "$@"; }
            {{script}}
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}} COMP_WORDS=({{line}}) COMP_CWORD={{words.Length - 1}}
            _esms
            printf '%s\n' "${COMPREPLY[@]}"
            """
        );
        using var bash = Process.Start(start)!;
        bash.StandardInput.Close();

        var completions = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains(expected, completions.Split('\n'));
        Assert.All(completions.TrimEnd().Split('\n'), completion => Assert.StartsWith(words[^1], completion, StringComparison.Ordinal));
    }

    [Fact]
    public async Task There_is_a_script_for_each_shell()
    {
        Assert.Contains("compdef _esms esms", (await Desk.RunAsync("completion", "zsh")).AssertEndsWith(0).Output, StringComparison.Ordinal);
        Assert.Contains("Register-ArgumentCompleter", (await Desk.RunAsync("completion", "pwsh")).AssertEndsWith(0).Output, StringComparison.Ordinal);
        (await Desk.RunAsync("completion", "fish")).AssertEndsWith(2);
    }
}
