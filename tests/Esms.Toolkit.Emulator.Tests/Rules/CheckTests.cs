using Esms.Emulator.Tests.Harness;

namespace Esms.Emulator.Tests.Rules;

/// <summary>Each code that a request can deserve. Raw requests, for the client checks some of it before it sends.</summary>
public sealed class CheckTests
{
    private const string Care = "SendMultipleMessage_V4_post_json/";
    private const string Zalo = "SendZaloMessage_V6/";

    public static TheoryData<string, string, int> JsonRequests =>
        new()
        {
            { Care, """{ "SmsType": "2", "Brandname": "Nobody", "Phone": "0901888484", "Content": "a" }""", 104 },
            { Care, """{ "SmsType": "2", "Brandname": "QC_ONLINE", "Phone": "0901888484", "Content": "a" }""", 104 },
            { Care, """{ "SmsType": "2", "Phone": "0901888484", "Content": "a" }""", 104 },
            { Care, """{ "SmsType": "2", "Brandname": "Baotrixemay", "Phone": "09018", "Content": "a" }""", 108 },
            { Care, """{ "SmsType": "2", "Brandname": "Baotrixemay", "Content": "a" }""", 108 },
            { Care, """{ "SmsType": "2", "Brandname": "Baotrixemay", "Phone": "0901888484" }""", 110 },
            {
                Care,
                """{ "SmsType": "2", "Brandname": "Baotrixemay", "Phone": "0901888484", "Content": "a", "RequestId": "123456789012345678901234567890123456789012345678901" }""",
                110
            },
            { Care, """{ "SmsType": "77", "Brandname": "Baotrixemay", "Phone": "0901888484", "Content": "a" }""", 118 },
            { Care, """{ "Brandname": "Baotrixemay", "Phone": "0901888484", "Content": "a" }""", 300 },
            { Care, """{ "SmsType": "2", "Brandname": "Baotrixemay", "Phone": "0901888484", "Content": "a", "SendDate": "tomorrow" }""", 161 },
            { Care, """{ "SmsType": "2", "Brandname": "Strict", "Phone": "0901888484", "Content": "follows nothing" }""", 146 },
            { Care, """{ "SmsType": "2", "Brandname": "Strict", "Phone": "0321888484", "Content": "1234 la ma" }""", 177 },
            { Care, """{ "SmsType": "2", "Brandname": "Strict", "Phone": "0901888484", "Content": "1234 la ma" }""", 100 },
            { Care, """{ "SmsType": "2", "Brandname": "Baotrixemay", "Phone": "0901888480", "Content": "a" }""", 99 },
            { Care, """{ "SmsType": "2", "Brandname": "Baotrixemay", "Phone": "0901888484", "Content": "a Casino b" }""", 201 },
            { Care, """{ "SmsType": "8", "Phone": "0901888484,0901888485", "Content": "a" }""", 163 },
            { Care, """{ "SmsType": "8", "Phone": "0901888484", "Content": "a" }""", 100 },
            { Zalo, """{ "OAID": "1", "TempID": "1", "Phone": "0901888484", "TempData": {} }""", 799 },
            { Zalo, """{ "OAID": "77", "TempID": "2", "Phone": "0901888484", "TempData": {} }""", 789 },
            { Zalo, """{ "OAID": "77", "TempID": "1", "Phone": "0901888484", "TempData": {}, "SendingMode": "3" }""", 802 },
            {
                Zalo,
                """{ "OAID": "4097311281936189049", "TempID": "1", "Phone": "0901888484", "TempData": {}, "SendingMode": "3", "SendDate": "2026-01-06 10:00:00" }""",
                801
            },
            { Zalo, """{ "TempID": "1", "Phone": "0901888484", "TempData": {} }""", 791 },
            { Zalo, """{ "OAID": "77", "TempID": "1", "Phone": "0901888484", "TempData": [] }""", 110 },
            { Zalo, """{ "OAID": "77", "TempID": "1", "Phone": "0901888484", "TempData": { "a": "b" } }""", 100 },
            { Zalo + "zalo_uid/", """{ "OAID": "77", "TempID": "1", "ZaloUid": "123456789012345678901", "TempData": {} }""", 852 },
            { Zalo + "zalo_uid/", """{ "OAID": "77", "TempID": "1", "TempData": {} }""", 853 },
            {
                Zalo + "hash_phone/",
                """{ "OAID": "77", "TempID": "1", "HashPhone": "12345678901234567890123456789012345678901234567890123456789012345", "TempData": {} }""",
                115
            },
            {
                "SendZaloFollowerMessage_V5_post_json/",
                """{ "OAID": "77", "Payload": { "recipient": { "user_id": "1" }, "message": { "text": "a" } } }""",
                210
            },
            { "GetZaloMessageStatus", """{ "OAID": "77" }""", 851 },
            { "QueryZnsStatus/", """{ "SmsId": "a", "SmsType": "2" }""", 118 },
            { "QueryZnsStatus/", """{ "SmsId": "a", "SmsType": "25" }""", 105 },
            {
                "GetSmsSentData_V2",
                """{ "SmsType": "2", "From": "2026-01-05 10:00:00", "To": "2026-01-05 11:00:00", "Page": 0, "PageSize": 10 }""",
                162
            },
            { "QueryListUID/", """{ "OAID": "77", "Offset": 0, "Count": 50, "FromDate": "2024-09-01", "ToDate": "13/10/2024" }""", 161 },
            { "QueryListUID/", """{ "OAID": "77", "Offset": "x", "Count": 50, "FromDate": "01/09/2024", "ToDate": "13/10/2024" }""", 162 },
            { "SubServicePreviewJson/", """{ "Brandname": "Baotrixemay", "Content": "a", "ServiceType": 9, "SmsType": 2 }""", 301 },
            { "RegisOAPackageJson/", """{ "Dateactive": "2025-01-02", "Duaration": "12", "OAID": "77", "Package": 9 }""", 110 },
        };

    [Theory]
    [MemberData(nameof(JsonRequests))]
    public async Task A_json_request_gets_its_code(string path, string request, int code)
    {
        await using var desk = await Desk.StartAsync(Options());

        await RawCall.PostJsonAsync(desk.Esms, path, request);

        var received = Assert.Single(desk.Esms.Requests);
        Assert.True(received.Code == code, received.ToString());
        Assert.Equal(code != 100, received.Problems.Count > 0);
        Assert.Equal(code == 100, desk.Esms.Messages.Count == 1);
    }

    [Theory]
    [InlineData(29, 107)]
    [InlineData(30, 100)]
    [InlineData(5000, 100)]
    [InlineData(5001, 120)]
    public async Task Advertising_has_30_to_5000_different_numbers(int count, int code)
    {
        await using var desk = await Desk.StartAsync(Options());
        // The first one twice, where there is room for it: it counts once.
        var numbers = Enumerable.Range(0, count).Concat(count < 5000 ? [0] : []);
        var phones = string.Join(',', numbers.Select(static number => $"\"09{number:00000000}\""));

        await RawCall.PostJsonAsync(
            desk.Esms,
            "SendMultipleSMSBrandname_json/",
            $$"""{ "SmsType": "1", "Brandname": "QC_ONLINE", "Content": "a", "Phones": [{{phones}}] }"""
        );

        Assert.Equal(code, Assert.Single(desk.Esms.Requests).Code);
    }

    [Fact]
    public async Task Many_Zalo_messages_are_500_at_most()
    {
        await using var desk = await Desk.StartAsync(Options());
        var data = string.Join(',', Enumerable.Range(0, 501).Select(static number => $$"""{ "Phone": "09{{number:00000000}}", "Params": ["a"] }"""));

        await RawCall.PostJsonAsync(desk.Esms, "Send_zns_bulk_v4_post_json/", $$"""{ "OAID": "77", "TempID": "1", "Data": [{{data}}] }""");

        Assert.Equal(687, Assert.Single(desk.Esms.Requests).Code);
    }

    [Fact]
    public async Task A_text_that_follows_no_template_is_refused_with_a_message_id_and_the_published_words()
    {
        await using var desk = await Desk.StartAsync(Options());

        var answer = await RawCall.PostJsonAsync(
            desk.Esms,
            Care,
            """{ "SmsType": "2", "Brandname": "Strict", "Phone": "0901888484", "Content": "follows nothing" }"""
        );

        Assert.Equal(("146", "Sai template Brandname CSKH"), ((string?)answer["CodeResult"], (string?)answer["ErrorMessage"]));
        Assert.NotEqual("3f5ec8c71c4a4ccea311f731dfeaa133156", (string?)answer["SMSID"]);
        Assert.NotEmpty((string)answer["SMSID"]!);
    }

    [Fact]
    public async Task Fields_that_no_contract_has_are_taken_and_told()
    {
        await using var desk = await Desk.StartAsync();
        using var answer = await RawCall.SendAsync(
            desk.Esms,
            Care,
            """{ "SmsType": "2", "BrandName": "x", "Brandname": "Baotrixemay", "Phone": "0901888484", "Content": "a", "Colour": "đỏ" }"""
        );

        Assert.Equal(["BrandName - did you mean 'Brandname'?", "Colour"], Assert.Single(desk.Esms.Requests).UnknownFields);
        Assert.Equal("BrandName - did you mean 'Brandname'?, Colour", Assert.Single(answer.Headers.GetValues("Esms-Emulator-Unknown-Fields")));
        Assert.Equal("SendCustomerCare", Assert.Single(answer.Headers.GetValues("Esms-Emulator-Operation")));
        Assert.Single(desk.Esms.Messages);
    }

    [Fact]
    public async Task A_locked_account_is_refused()
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
                        Locked = true,
                    },
                },
            }
        );
        using var shop = new EsmsClient(desk.Esms.OptionsOf("shop"));

        Assert.Equal(EsmsResultCode.AccountLocked, await Desk.RefusalOf(() => shop.Account.GetBalanceAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Too_many_calls_in_a_second_are_refused()
    {
        await using var desk = await Desk.StartAsync();
        var codes = new List<int?>();

        for (var i = 0; i < 200 && !codes.Contains(160); i++)
        {
            await RawCall.PostJsonAsync(desk.Esms, "/ZaloCallback/GetCallback", """{ "ListRefid": ["a"], "OAId": "77" }""");
            codes.Add(desk.Esms.Requests[^1].Code);
        }

        Assert.Equal(160, codes[^1]);
        Assert.True(codes.Count > 20, $"{codes.Count}");
    }

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
                        Operators = { 2 },
                    },
                },
                OfficialAccounts =
                {
                    new()
                    {
                        Id = "77",
                        Templates = { "1" },
                        AllowsAboveQuota = false,
                    },
                },
                BlockedPhones = { "84901888480" },
                BlockedWords = { "casino" },
            },
        };
}
