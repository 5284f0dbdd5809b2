using System.Net;
using System.Text;
using Esms.Emulator.Tests.Harness;

namespace Esms.Emulator.Tests.Hosting;

/// <summary>What comes in is checked before anything is changed: nothing breaks the calls behind it.</summary>
public sealed class AdminInputTests
{
    private static readonly HttpClient Http = new();

    private static readonly string[] Changes =
    [
        "faults",
        "clock/advance",
        "messages/{id}/deliver",
        "messages/{id}/fail",
        "messages/{id}/reject",
        "messages/{id}/redeliver",
        "messages/{id}/postpone",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Bodies that are nothing of what is asked for.</summary>
    private static IEnumerable<byte[]> Nonsense =>
        new[]
        {
            "null",
            "[]",
            "[null]",
            "0",
            "\"text\"",
            "true",
            "{",
            "{} {}",
            "{\"nobody\": 1}",
            "{\"By\": null}",
            "{\"by\": 5}",
            "{\"by\": []}",
            "{\"by\": \"\\ud800\"}",
            "{\"\\ud800\": 1}",
            "{\"rules\": 1}",
            "{\"rules\": [[]]}",
            "{\"rules\": [{\"kind\": 99}]}",
            "{\"rules\": [{\"kind\": \"latency\", \"operation\": \"\\udc00\"}]}",
            "{\"seed\": 1e99}",
            "{\"seed\": \"1\"}",
            new string('[', 100_000),
            string.Concat(Enumerable.Repeat("{\"a\":", 100_000)),
            $"{{\"rules\": [{{\"kind\": \"{new string('a', 1_000_000)}\"}}]}}",
            new string(' ', 3_000_000),
        }
            .Select(Encoding.UTF8.GetBytes)
            .Append([0xFF, 0xFE, 0x7B, 0x7D])
            .Append([.. "{\"by\": \""u8, 0xC3, 0x28, .. "\"}"u8])
            .Append([.. "{\"rules\": [{\"kind\": \""u8, 0xED, 0xA0, 0x80, .. "\"}]}"u8])
            .Append(Encoding.Unicode.GetBytes("{}"));

    [Theory]
    [InlineData("clock/advance", "{ \"by\": \"3650000.00:00:00\" }", "year 8999")]
    [InlineData("clock/advance", "{ \"by\": \"-00:00:01\" }", "forward only")]
    [InlineData("clock/advance", "{ \"by\": \"10675199.02:48:05.4775807\" }", "year 8999")]
    [InlineData("clock/advance", "{ \"by\": \"-10675199.02:48:05.4775808\" }", "forward only")]
    [InlineData("clock/advance", "{}", "'by'")]
    [InlineData("clock/advance", "{ \"by\": \"00:01:00\", \"to\": 1 }", "'to'")]
    [InlineData("messages/{id}/postpone", "{ \"by\": \"-00:00:01\" }", "later only")]
    [InlineData("messages/{id}/postpone", "{ \"by\": \"3650000.00:00:00\" }", "year 8999")]
    [InlineData("messages/{id}/postpone", "{}", "'by'")]
    [InlineData("messages/{id}/deliver", "{ \"by\": \"00:01:00\" }", "'by'")]
    [InlineData("messages/{id}/redeliver", "{}", "no callback address")]
    [InlineData("faults", "{ \"rules\": [null] }", "Rule 1")]
    [InlineData("faults", "{ \"rules\": [{ \"kind\": \"latency\" }, { \"kind\": \"latency\", \"delay\": \"-00:00:05\" }] }", "Rule 2")]
    [InlineData("faults", "{ \"rules\": [{ \"kind\": \"latency\", \"delay\": \"60.00:00:00\" }] }", "Delay")]
    [InlineData("faults", "{ \"rules\": [{ \"kind\": \"lateSuccess\", \"delay\": \"10675199.02:48:05\" }] }", "Delay")]
    [InlineData("faults", "{ \"rules\": [{ \"kind\": \"hang\", \"percent\": 101 }] }", "Percent")]
    [InlineData("faults", "{ \"rules\": [{ \"kind\": \"hang\", \"percent\": -1 }] }", "Percent")]
    [InlineData("faults", "{ \"rules\": [{ \"kind\": \"hang\", \"times\": -1 }] }", "Times")]
    [InlineData("faults", "{ \"rules\": [{ \"kind\": \"serverError\", \"status\": 204 }] }", "Status")]
    [InlineData("faults", "{ \"rules\": [{ \"kind\": \"serverError\", \"status\": 0 }] }", "Status")]
    [InlineData("faults", "{ \"rules\": [{ \"kind\": \"serverError\", \"status\": 1000 }] }", "Status")]
    [InlineData("faults", "{ \"rules\": [{ \"kind\": \"hang\", \"operation\": \"GetBalanse\" }] }", "GetBalanse")]
    [InlineData("faults", "{ \"rules\": [{ \"kind\": 3 }] }", "kind")]
    [InlineData("faults", "{ \"rules\": [{ \"kind\": \"hang\", \"colour\": 1 }] }", "colour")]
    public async Task What_cannot_be_is_refused_with_words_and_changes_nothing(string path, string body, string words)
    {
        await using var desk = await Desk.StartAsync();
        var sent = await desk.SendSmsAsync(callBack: false);
        desk.Esms.Faults = new()
        {
            Seed = 9,
            Rules =
            {
                new() { Kind = FaultKind.Latency, Delay = TimeSpan.Zero },
            },
        };
        var (now, end) = (desk.Esms.Clock.GetUtcNow(), desk.Esms.Messages.Single().FinishedAt);

        var (status, said) = await PutAsync(desk, path.Replace("{id}", sent.SmsId, StringComparison.Ordinal), Encoding.UTF8.GetBytes(body));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.Equal((now, end, 9), (desk.Esms.Clock.GetUtcNow(), desk.Esms.Messages.Single().FinishedAt, desk.Esms.Faults.Seed));
        await desk.SendSmsAsync(callBack: false);
    }

    [Fact]
    public async Task Nonsense_is_refused_everywhere_and_every_later_call_is_answered()
    {
        await using var desk = await Desk.StartAsync();
        var sent = await desk.SendSmsAsync(callBack: false);
        var before = desk.Esms.Clock.GetUtcNow();
        foreach (var path in Changes)
        {
            foreach (var body in Nonsense)
            {
                var (status, said) = await PutAsync(desk, path.Replace("{id}", sent.SmsId, StringComparison.Ordinal), body);
                Assert.True(
                    status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge && said.Length > 0,
                    $"{path} with {Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 60)))}: {status} {said}"
                );
            }
        }

        Assert.Equal(before, desk.Esms.Clock.GetUtcNow());
        Assert.Empty(desk.Esms.Faults.Rules);
        Assert.Equal(EmulatedOutcome.Pending, desk.Esms.Messages.Single().Outcome);
        await desk.SendSmsAsync(callBack: false);
    }

    [Theory]
    [InlineData("limit=abc")]
    [InlineData("limit=-5")]
    [InlineData("limit=0")]
    [InlineData("limit=99999999999999999999")]
    [InlineData("before=x")]
    [InlineData("channel=99")]
    [InlineData("channel=pigeon")]
    [InlineData("channel=sms,zalo")]
    [InlineData("outcome=-1")]
    [InlineData("chanel=sms")]
    public async Task A_list_that_cannot_be_asked_for_is_refused(string query)
    {
        await using var desk = await Desk.StartAsync();

        using var answer = await Http.GetAsync(new Uri(desk.Esms.BaseAddress, $"_emulator/messages?{query}"), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("text=%22%27%2A%28%29%5E%3A")]
    [InlineData("text=%00")]
    [InlineData("text=%FF%ED%A0%80")]
    [InlineData("text=NEAR%20AND%20OR%20NOT")]
    [InlineData("limit=1000000&before=9223372036854775807")]
    [InlineData("account=%ED%A0%80&text=&channel=")]
    public async Task A_list_of_nothing_is_a_list(string query)
    {
        await using var desk = await Desk.StartAsync();
        await desk.SendSmsAsync(callBack: false);

        using var answer = await Http.GetAsync(new Uri(desk.Esms.BaseAddress, $"_emulator/messages?{query}"), Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_search_for_very_many_words_is_a_search()
    {
        await using var desk = await Desk.StartAsync();

        using var answer = await Http.GetAsync(
            new Uri(desk.Esms.BaseAddress, $"_emulator/messages?text={string.Join('+', Enumerable.Repeat('a', 3000))}"),
            Cancellation
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(desk.Esms.Messages.Search(new() { Text = "\ud800" }).Page);
    }

    [Fact]
    public async Task The_clock_goes_to_its_end_and_messages_go_on()
    {
        await using var desk = await Desk.StartAsync();
        desk.Esms.Clock.Advance(EmulatorClock.Latest - desk.Esms.Clock.GetUtcNow());
        Assert.Throws<ArgumentOutOfRangeException>(() => desk.Esms.Clock.Advance(TimeSpan.FromTicks(1)));

        var sent = await desk.SendSmsAsync(callBack: false);

        Assert.Equal(EmulatedOutcome.Pending, desk.Esms.Messages.Find(sent.SmsId)!.Outcome);
        desk.Esms.Actions.Deliver(sent.SmsId);
        Assert.Equal(EmulatedOutcome.Delivered, desk.Esms.Messages.Find(sent.SmsId)!.Outcome);
    }

    [Fact]
    public async Task A_script_that_is_changed_after_it_was_set_does_not_break_calls()
    {
        await using var desk = await Desk.StartAsync();
        var script = new FaultScript
        {
            Rules =
            {
                new() { Kind = FaultKind.Latency, Delay = TimeSpan.Zero },
            },
        };
        desk.Esms.Faults = script;

        script.Rules.Clear();
        script.Rules.Add(null!);

        await desk.SendSmsAsync(callBack: false);
        Assert.Throws<ArgumentException>(() => desk.Esms.Faults = script);
    }

    [Fact]
    public void Options_that_a_later_call_would_fail_at_are_refused_at_the_start()
    {
        EsmsEmulatorOptions[] all =
        [
            new() { Port = -1 },
            new() { Port = 65536 },
            new() { MaxMessages = 0 },
            new() { MaxBytes = 0 },
            new() { MaxBodyBytes = 0 },
            new() { Pace = { Review = TimeSpan.MaxValue } },
            new() { Pace = { Report = TimeSpan.FromSeconds(-1) } },
            new() { Pace = null! },
            new() { Callbacks = { Timeout = TimeSpan.Zero } },
            new() { Callbacks = { Timeout = TimeSpan.MaxValue } },
            new() { Callbacks = { RetryDelay = TimeSpan.MaxValue } },
            new() { Callbacks = { MaxTries = 0 } },
            new() { Catalogue = { Prices = { CustomerCare = decimal.MaxValue } } },
            new() { Catalogue = { Prices = { CustomerCare = -1 } } },
            new() { Catalogue = { Brandnames = { null! } } },
            new() { Accounts = { null! } },
            new()
            {
                Accounts =
                {
                    new() { Name = "shop", ApiKey = null! },
                },
            },
            new() { Faults = { Rules = { null! } } },
            new() { Faults = { Rules = { new() { Delay = TimeSpan.FromSeconds(-5) } } } },
        ];

        Assert.All(all, static options => Assert.Throws<ArgumentException>(() => new EmulatorEngine(options).Dispose()));
    }

    private static async Task<(HttpStatusCode Status, string Said)> PutAsync(Desk desk, string path, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        using var answer = await Http.PutAsync(new Uri(desk.Esms.BaseAddress, $"_emulator/{path}"), content, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
