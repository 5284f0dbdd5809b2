using Esms.Emulator.Tests.Harness;

namespace Esms.Emulator.Tests.Service;

/// <summary>What GetTemplate lists is what sends must follow, and where it lists nothing anything will do.</summary>
public sealed class TemplateTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task By_default_nothing_is_listed_and_any_text_is_taken()
    {
        await using var desk = await Desk.StartAsync();

        var sms = await desk.Client.Account.GetSmsTemplatesAsync("Baotrixemay", Cancellation);
        var zalo = await desk.Client.OfficialAccounts.GetZaloTemplatesAsync(Desk.OfficialAccount, MessageType.ZaloPriority, Cancellation);

        Assert.Empty(sms.Templates);
        Assert.Empty(zalo.Templates);
        Assert.Equal("100", await SendAsync(desk, "Baotrixemay", "0901888484", "Bat ky"));
        await desk.SendZaloAsync();
    }

    [Theory]
    [InlineData("Strict")]
    [InlineData("Anybody")]
    public async Task Of_a_brandname_by_name_or_by_star_what_is_listed_is_enforced(string brandname)
    {
        await using var desk = await Desk.StartAsync(
            With(
                new EmulatorBrandname
                {
                    Name = brandname == "Strict" ? brandname : "*",
                    Type = 2,
                    Templates = { "{P1,20} la ma", "Cam on quy khach!" },
                }
            )
        );

        var listed = (await desk.Client.Account.GetSmsTemplatesAsync(brandname, Cancellation)).Templates;

        Assert.Equal(
            ["Cam on quy khach!", "{P1,20} la ma"],
            listed.Select(static template => template.Content).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Equal("100", await SendAsync(desk, brandname, "0901888484", "1234 la ma"));
        Assert.Equal("100", await SendAsync(desk, brandname, "0901888484", "Cam on quy khach!"));
        Assert.Equal("146", await SendAsync(desk, brandname, "0901888484", "Bat ky"));
    }

    [Fact]
    public async Task A_template_is_enforced_for_the_operator_that_has_it()
    {
        await using var desk = await Desk.StartAsync(
            With(
                new EmulatorBrandname
                {
                    Name = "Shop",
                    Type = 2,
                    Operators = { 1 },
                    Templates = { "cua Viettel" },
                },
                new EmulatorBrandname
                {
                    Name = "Shop",
                    Type = 2,
                    Operators = { 2 },
                    Templates = { "cua Mobifone" },
                }
            )
        );

        var listed = (await desk.Client.Account.GetSmsTemplatesAsync("Shop", Cancellation)).Templates;

        Assert.Equal(
            [(Telco.Viettel, "cua Viettel"), (Telco.Mobifone, "cua Mobifone")],
            listed.Select(static template => (template.Telco!.Value, template.Content))
        );
        Assert.Equal("100", await SendAsync(desk, "Shop", "0961888484", "cua Viettel"));
        Assert.Equal("146", await SendAsync(desk, "Shop", "0901888484", "cua Viettel"));
        Assert.Equal("100", await SendAsync(desk, "Shop", "0901888484", "cua Mobifone"));
    }

    [Fact]
    public async Task Of_an_Official_Account_what_is_listed_is_enforced()
    {
        await using var desk = await Desk.StartAsync(
            new()
            {
                Catalogue =
                {
                    OfficialAccounts =
                    {
                        new() { Id = "77", Templates = { "205644", "200607" } },
                    },
                },
            }
        );

        var listed = (await desk.Client.OfficialAccounts.GetZaloTemplatesAsync("77", MessageType.ZaloNormal, Cancellation)).Templates;

        Assert.Equal(["205644", "200607"], listed.Select(static template => template.TemplateId));
        Assert.Equal(("Xác nhận đăng ký dịch vụ", "otp"), (listed[0].Name, Assert.Single(listed[0].Variables!).Name));
        Assert.Empty(listed[1].Variables!);
        Assert.Equal("100", await SendZaloAsync(desk, "200607"));
        Assert.Equal("789", await SendZaloAsync(desk, "1"));
        Assert.Equal(
            EsmsResultCode.OfficialAccountUnusable,
            await Desk.RefusalOf(() => desk.Client.OfficialAccounts.GetZaloTemplatesAsync("1", MessageType.ZaloNormal, Cancellation))
        );
    }

    [Theory]
    [InlineData("0961888484", "The Network Viettel have not registry.")]
    [InlineData("0912345678", "The Network Vinaphone have not registry.")]
    public async Task An_operator_without_the_brandname_is_named_in_the_words_of_the_service(string phone, string words)
    {
        await using var desk = await Desk.StartAsync(
            With(
                new EmulatorBrandname
                {
                    Name = "Shop",
                    Type = 2,
                    Operators = { 2 },
                }
            )
        );

        var answer = await RawCall.PostJsonAsync(
            desk.Esms,
            "SendMultipleMessage_V4_post_json/",
            $$"""{ "SmsType": "2", "Brandname": "Shop", "Phone": "{{phone}}", "Content": "a" }"""
        );

        Assert.Equal(("177", words), ((string?)answer["CodeResult"], (string?)answer["ErrorMessage"]));
    }

    [Theory]
    [InlineData(422, "0", 100)]
    [InlineData(423, "0", 131)]
    [InlineData(423, "1", 100)]
    public async Task An_advertising_text_has_422_characters_at_most(int length, string isTrial, int code)
    {
        await using var desk = await Desk.StartAsync();
        var phones = string.Join(',', Enumerable.Range(0, 30).Select(static number => $"\"09{number:00000000}\""));

        await RawCall.PostJsonAsync(
            desk.Esms,
            "SendMultipleSMSBrandname_json/",
            $$"""{ "SmsType": "1", "Brandname": "QC_ONLINE", "Content": "{{new string('a', length)}}", "Phones": [{{phones}}], "Sandbox": "{{isTrial}}" }"""
        );

        Assert.Equal(code, desk.Esms.Requests.Single().Code);
    }

    [Theory]
    [InlineData(50, 100)]
    [InlineData(51, 110)]
    [InlineData(121, 159)]
    public async Task A_RequestId_that_is_too_long_is_refused(int length, int code)
    {
        await using var desk = await Desk.StartAsync();

        await RawCall.PostJsonAsync(
            desk.Esms,
            "SendMultipleMessage_V4_post_json/",
            $$"""{ "SmsType": "2", "Brandname": "Baotrixemay", "Phone": "0901888484", "Content": "a", "RequestId": "{{new string('r', length)}}" }"""
        );

        Assert.Equal(code, desk.Esms.Requests.Single().Code);
    }

    private static EsmsEmulatorOptions With(params EmulatorBrandname[] brandnames)
    {
        var options = new EsmsEmulatorOptions();
        foreach (var brandname in brandnames)
            options.Catalogue.Brandnames.Add(brandname);
        return options;
    }

    private static async Task<string?> SendAsync(Desk desk, string brandname, string phone, string text) =>
        (string?)
            (
                await RawCall.PostJsonAsync(
                    desk.Esms,
                    "SendMultipleMessage_V4_post_json/",
                    $$"""{ "SmsType": "2", "Brandname": "{{brandname}}", "Phone": "{{phone}}", "Content": "{{text}}" }"""
                )
            )["CodeResult"];

    private static async Task<string?> SendZaloAsync(Desk desk, string template) =>
        (string?)
            (
                await RawCall.PostJsonAsync(
                    desk.Esms,
                    "SendZaloMessage_V6/",
                    $$"""{ "OAID": "77", "TempID": "{{template}}", "Phone": "0901888484", "TempData": {} }"""
                )
            )["CodeResult"];
}
