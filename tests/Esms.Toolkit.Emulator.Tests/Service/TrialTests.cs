using System.Globalization;
using System.Text;
using Esms.Emulator.Tests.Harness;

namespace Esms.Emulator.Tests.Service;

/// <summary>Trials, as somebody has measured them at eSMS: they use their RequestId up, check keys and brandname, and do not look at the text.</summary>
public sealed class TrialTests
{
    private const string Care = "SendMultipleMessage_V4_post_json/";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Every operation that has both, as it spells them: the path, the request without RequestId and trial, and the members for these.</summary>
    public static TheoryData<string, string, string, string> KeyedSends =>
        new()
        {
            { Care, """ "SmsType": "2", "Brandname": "Baotrixemay", "Phone": "0901888484", "Content": "a" """, "RequestId", "\"Sandbox\": \"X\"" },
            { Care, """ "SmsType": "2", "Brandname": "Baotrixemay", "Phone": "0901888484", "Content": "a" """, "RequestId", "\"Sandbox\": X" },
            { Care, """ "SmsType": "8", "Phone": "0901888484", "Content": "a" """, "RequestId", "\"Sandbox\": \"X\"" },
            {
                "SendMultipleSMSBrandname_json/",
                $""" "SmsType": "1", "Brandname": "QC_ONLINE", "Content": "a", "Phones": [{Phones(30)}] """,
                "RequestId",
                "\"Sandbox\": \"X\""
            },
            {
                "Send_Multiple_Sms_OTT/",
                """ "SmsType": "23", "Brandname": "BAT DONG SAN GIA TOT", "Content": "a", "Phones": ["0901888484"] """,
                "RequestId",
                "\"IsSandBox\": \"X\""
            },
            {
                "SendZaloMessage_V6/",
                """ "OAID": "4097311281936189049", "TempID": "1", "Phone": "0901888484", "TempData": { "a": "b" } """,
                "RequestId",
                "\"Sandbox\": \"X\""
            },
            {
                "SendZaloMessage_V4_post_json/",
                """ "OAID": "4097311281936189049", "TempID": "1", "Phone": "0901888484", "Params": ["a"] """,
                "RequestId",
                "\"Sandbox\": \"X\""
            },
        };

    [Theory]
    [MemberData(nameof(KeyedSends))]
    public async Task A_trial_uses_its_RequestId_up_for_the_live_send(string path, string request, string key, string trial)
    {
        await using var desk = await Desk.StartAsync();
        async Task<string?> Send(string id, string isTrial) =>
            (string?)
                (
                    await RawCall.PostJsonAsync(
                        desk.Esms,
                        path,
                        $"{{ {request}, \"{key}\": \"{id}\", {trial.Replace("X", isTrial, StringComparison.Ordinal)} }}"
                    )
                )["CodeResult"];

        Assert.Equal("100", await Send("r1", "1"));
        Assert.Empty(desk.Esms.Messages);
        Assert.Equal("124", await Send("r1", "0"));
        Assert.Equal("124", await Send("r1", "1"));
        Assert.Equal("100", await Send("r2", "0"));
        Assert.Equal("124", await Send("r2", "1"));
        Assert.Single(desk.Esms.Messages);
    }

    [Theory]
    [InlineData("Sandbox")]
    [InlineData("SandBox")]
    [InlineData("sandbox")]
    [InlineData("SANDBOX")]
    public async Task In_an_address_a_trial_is_one_in_any_letter_case_and_costs_nothing(string name)
    {
        await using var desk = await Desk.StartAsync();
        var before = await desk.BalanceAsync();
        Task<System.Text.Json.Nodes.JsonObject> Send(string type, string more) =>
            RawCall.GetJsonAsync(
                desk.Esms,
                $"/MainService.svc/json/SendMultipleMessage_V4_get?{{keys}}&SmsType={type}&Phone=0901888484&Content=a&RequestId=r{type}&{name}={more}"
            );

        Assert.Equal("100", (string?)(await Send("2", "1&Brandname=Baotrixemay"))["CodeResult"]);
        Assert.Equal("100", (string?)(await Send("8", "1"))["CodeResult"]);
        Assert.Equal("100", (string?)(await Send("23", "1&Brandname=BAT%20DONG%20SAN%20GIA%20TOT"))["CodeResult"]);
        Assert.Empty(desk.Esms.Messages);
        Assert.Equal(before, await desk.BalanceAsync());
        Assert.Equal("124", (string?)(await Send("2", "0&Brandname=Baotrixemay"))["CodeResult"]);
    }

    [Fact]
    public async Task The_RequestId_of_a_trial_is_free_after_24_hours_and_was_never_that_of_another_account()
    {
        await using var desk = await Desk.StartAsync(
            new()
            {
                Accounts =
                {
                    new()
                    {
                        Name = "shop",
                        ApiKey = "shop-key",
                        SecretKey = "shop-secret",
                    },
                },
            }
        );
        using var shop = new EsmsClient(desk.Esms.OptionsOf("shop"));
        Task<EsmsResult<SendCustomerCareResponse>> Send(EsmsClient client, bool isTrial) =>
            client.Sms.TrySendAsync(
                new SendCustomerCareRequest
                {
                    Brandname = "Baotrixemay",
                    Phone = "0901888484",
                    Content = "a",
                    RequestId = "r1",
                    Sandbox = isTrial,
                },
                Cancellation
            );

        await Send(desk.Client, isTrial: true);
        var live = await Send(desk.Client, isTrial: false);
        var other = await Send(shop, isTrial: false);
        desk.Esms.Clock.Advance(TimeSpan.FromHours(24));
        var nextDay = await Send(desk.Client, isTrial: false);

        // A trial has no status that the refusal could tell.
        Assert.Equal((EsmsResultCode.DuplicateRequestId, null), (live.Code, live.Response!.SendStatus));
        Assert.Equal((EsmsResultCode.Success, EsmsResultCode.Success), (other.Code, nextDay.Code));
    }

    [Fact]
    public async Task Both_channels_of_a_trial_use_their_RequestIds_up()
    {
        await using var desk = await Desk.StartAsync();
        async Task<string?> Send(string zaloId, string smsId, string zalo, string sms) =>
            (string?)
                (
                    await RawCall.PostJsonAsync(
                        desk.Esms,
                        "MultiChannelMessage/",
                        $$"""
                        { "Phone": "0901888484", "Channels": ["zalo", "sms"], "Data": [
                            { "TempID": "1", "Params": ["a"], "OAID": "4097311281936189049", "RequestId": "{{zaloId}}", "Sandbox": "{{zalo}}" },
                            { "Content": "a", "SmsType": "2", "Brandname": "Baotrixemay", "RequestId": "{{smsId}}", "Sandbox": "{{sms}}" }] }
                        """
                    )
                )["CodeResult"];

        Assert.Equal("100", await Send("z1", "s1", "1", "1"));
        Assert.Equal("124", await Send("z1", "s2", "0", "0"));
        Assert.Equal("124", await Send("z2", "s1", "0", "0"));
        Assert.Equal("100", await Send("z3", "s3", "0", "1"));
        Assert.Empty(desk.Esms.Messages);
        Assert.Equal("100", await Send("z4", "s4", "0", "0"));
    }

    [Fact]
    public async Task Each_message_of_many_uses_its_own_RequestId_up()
    {
        await using var desk = await Desk.StartAsync();
        async Task<List<string?>> Send(string isTrial) => [.. (
                    await RawCall.PostJsonAsync(
                        desk.Esms,
                        "Send_zns_bulk_v4_post_json/",
                        $$"""
                        { "OAID": "4097311281936189049", "TempID": "1", "Sandbox": "{{isTrial}}", "Data": [
                            { "Phone": "0901888484", "Params": ["a"], "RequestId": "a" }, { "Phone": "0901888485", "Params": ["a"], "RequestId": "b" }] }
                        """
                    )
                )["detail"]!.AsArray().Select(static item => (string?)item!["CodeResult"])];

        Assert.Equal(["100", "100"], await Send("1"));
        Assert.Equal(["124", "124"], await Send("0"));
        Assert.Empty(desk.Esms.Messages);
    }

    [Theory]
    [InlineData("Strict", "follows nothing", "1", "100")]
    [InlineData("Strict", "follows nothing", "0", "146")]
    [InlineData("Baotrixemay", "a casino", "1", "100")]
    [InlineData("Baotrixemay", "a casino", "0", "201")]
    [InlineData("Nobody", "1234 la ma", "1", "104")]
    public async Task A_trial_checks_the_brandname_and_not_the_text(string brandname, string text, string isTrial, string code)
    {
        await using var desk = await Desk.StartAsync(Options());

        var answer = await RawCall.PostJsonAsync(
            desk.Esms,
            Care,
            $$"""{ "SmsType": "2", "Brandname": "{{brandname}}", "Phone": "0901888484", "Content": "{{text}}", "Sandbox": "{{isTrial}}" }"""
        );

        Assert.Equal(code, (string?)answer["CodeResult"]);
    }

    [Theory]
    [InlineData("1", "100")]
    [InlineData("0", "146")]
    public async Task A_trial_does_not_look_at_the_text_of_the_second_channel_either(string isTrial, string code)
    {
        await using var desk = await Desk.StartAsync(Options());

        var answer = await RawCall.PostJsonAsync(
            desk.Esms,
            "MultiChannelMessage/",
            $$"""
            { "Phone": "0901888484", "Channels": ["zalo", "sms"], "Data": [
                { "TempID": "1", "Params": ["a"], "OAID": "4097311281936189049", "Sandbox": "{{isTrial}}" },
                { "Content": "follows nothing", "SmsType": "2", "Brandname": "Strict" }] }
            """
        );

        Assert.Equal(code, (string?)answer["CodeResult"]);
    }

    [Fact]
    public async Task A_trial_with_wrong_keys_is_refused_and_uses_nothing_up()
    {
        await using var desk = await Desk.StartAsync();
        var options = desk.Esms.Options;
        options.SecretKey = "wrong";
        using var wrong = new EsmsClient(options);

        Assert.Equal(
            EsmsResultCode.WrongCredentials,
            await Desk.RefusalOf(() =>
                wrong.Sms.SendCustomerCareAsync(
                    new()
                    {
                        Brandname = "Baotrixemay",
                        Phone = "0901888484",
                        Content = "a",
                        RequestId = "r1",
                        Sandbox = true,
                    },
                    Cancellation
                )
            )
        );
        await desk.SendSmsAsync(requestId: "r1");
    }

    [Theory]
    [InlineData(3, "1", "100")]
    [InlineData(3, "0", "107")]
    [InlineData(1, "1", "100")]
    [InlineData(0, "1", "107")]
    [InlineData(29, "0", "107")]
    public async Task An_advertising_trial_needs_one_number(int count, string isTrial, string code)
    {
        await using var desk = await Desk.StartAsync();

        var answer = await RawCall.PostJsonAsync(
            desk.Esms,
            "SendMultipleSMSBrandname_json/",
            $$"""{ "SmsType": "1", "Brandname": "QC_ONLINE", "Content": "a", "Phones": [{{Phones(count)}}], "Sandbox": "{{isTrial}}" }"""
        );

        Assert.Equal(code, (string?)answer["CodeResult"]);
        Assert.Empty(desk.Esms.Messages);
    }

    [Fact]
    public async Task The_client_sends_an_advertising_trial_with_three_numbers()
    {
        await using var desk = await Desk.StartAsync();

        var trial = await desk.Client.Sms.SendAdvertisingAsync(
            new()
            {
                Brandname = "QC_ONLINE",
                Content = "Giam gia",
                Phones = ["0901888484", "0901888485", "0901888486"],
                Sandbox = true,
            },
            Cancellation
        );

        Assert.NotEmpty(trial.SmsId);
        Assert.Empty(desk.Esms.Messages);
    }

    private static string Phones(int count) =>
        new StringBuilder()
            .AppendJoin(
                ',',
                Enumerable.Range(0, count).Select(static number => string.Create(CultureInfo.InvariantCulture, $"\"09{number:00000000}\""))
            )
            .ToString();

    private static EsmsEmulatorOptions Options() =>
        new()
        {
            Catalogue =
            {
                Brandnames =
                {
                    new()
                    {
                        Name = "Strict",
                        Type = 2,
                        Templates = { "{P1,20} la ma" },
                    },
                },
                BlockedWords = { "casino" },
            },
        };
}
