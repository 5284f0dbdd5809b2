namespace Esms.Cli.Tests;

/// <summary>What is wrong is told before anything is sent, with the option that is meant and what to do.</summary>
public sealed class UsageTests
{
    private const string Care = "call SendCustomerCare --phone 0901888484 --content x --brandname B";

    public static TheoryData<string, string> Mistakes =>
        new()
        {
            { "balence", "There is no 'balence' here; did you mean 'balance'?" },
            { "call GetSendStatuss --sms-id 1", "There is no 'GetSendStatuss' here; did you mean 'GetSendStatus'?" },
            { "call GetSendStatus --smsid 1", "There is no '--smsid' here; did you mean '--sms-id'?" },
            { "call GetSendStatus", "--sms-id is missing: The message id that the send returned." },
            { "call GetSendStatus --sms-id ", "--sms-id: this is empty, and eSMS refuses the call without it." },
            { $"{Care} --send-date tomorrow", "--send-date: 'tomorrow' is not a date; write it as 2026-12-31 09:00:00" },
            { $"{Care} --is-unicode maybe", "--is-unicode: 'maybe' is neither true nor false." },
            {
                $"{Care} --request-id 123456789012345678901234567890123456789012345678901",
                "--request-id: it has 51 characters, and eSMS takes at most 50."
            },
            {
                $"{Care} --body {{\"Contents\":1}}",
                "--body, line 1, column 13 (Contents): there is no member 'Contents' in the request; did you mean 'Content'?"
            },
            { $"{Care} --body {{\"SmsType\":\"3\"}}", "--body, line 1, column 12 (SmsType): this is always \"2\"; leave it away." },
            { $"{Care} --body {{\"ApiKey\":\"canary\"}}", "--body, line 1, column 11 (ApiKey): keys have no place here" },
            { $"{Care} --body {{\"Phone\":", "--body, line 1, column 10: this is no JSON." },
            { $"{Care} --body no-such-file.json", "--body: no-such-file.json cannot be read" },
            {
                $"{Care} --base-address http://example.com",
                "--base-address: 'http://example.com' is neither a whole https address nor an http address of this machine."
            },
            { $"{Care} --timeout 0", "--timeout: 0 is not a number of seconds above 0" },
            { $"{Care} --max-tries 99", "--max-tries: 99 is not a number from 1 to 20." },
            { "call GetZaloCallbacks --official-account-id 1 --sms-ids []", "--sms-ids: there are 0, and eSMS takes 1 to 200." },
            { "call SendZaloTemplate --temp-data nothing", "--temp-data: 'nothing' is no name=value." },
            { "contracts show GetSendStatu", "There is no operation 'GetSendStatu'; did you mean 'GetSendStatus'?" },
            { "contracts check no-such-folder", "There is no file or folder no-such-folder." },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_told_by_its_option_and_nothing_is_sent(string line, string message)
    {
        await using var desk = await Desk.StartAsync();
        var words = line.Split(' ');

        var result = words[0] == "call" ? await desk.CallAsync(words) : await Desk.RunAsync(words);

        result.AssertEndsWith(2);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", result.Error, StringComparison.Ordinal);
        Assert.Empty(desk.Emulator.Requests);
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once()
    {
        var result = (
            await Desk.RunAsync(
                "call",
                "SendZaloThenSms",
                "--phone",
                "0901",
                "--data",
                """[{"TempID":5,"Paramz":["1"],"OAID":"2"},{"Content":"x"}]""",
                "--dry-run"
            )
        ).AssertEndsWith(2);

        Assert.Equal(4, result.Error.TrimEnd().Split('\n').Length);
        Assert.Contains(
            "--data, line 1, column 23 ([0].Paramz): there is no member 'Paramz' in 'ZaloChannel'; did you mean 'Params'?",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("'Brandname' is missing", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--sending-mode abovequota", "\"SendingMode\": \"3\"")]
    [InlineData("--sending-mode 7", "\"SendingMode\": \"7\"")]
    [InlineData("--send-date 2026-12-31T09:00:00+00:00", "\"SendDate\": \"2026-12-31 16:00:00\"")]
    [InlineData("--send-date 2026-12-31T09:00", "\"SendDate\": \"2026-12-31 09:00:00\"")]
    [InlineData("--temp-data a=1 --temp-data b=x=y", "\"b\": \"x=y\"")]
    public async Task Values_are_taken_as_people_write_them(string options, string shown)
    {
        var line = $"call SendZaloTemplate --phone 0901888484 --official-account-id 1 --template-id 2 --temp-data n=v {options} --dry-run";

        var result = await Desk.RunAsync(line.Split(' '));

        Assert.Contains(shown, result.AssertEndsWith(0).Output, StringComparison.Ordinal);
    }
}
