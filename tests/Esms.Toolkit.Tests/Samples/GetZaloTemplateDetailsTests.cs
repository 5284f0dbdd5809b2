namespace Esms.Tests.Samples;

public sealed class GetZaloTemplateDetailsTests
{
    private const string Published = """
        {
            "Data": {
                "ApplyTemplateQuota": false,
                "ListParams": [
                    {
                        "AcceptNull": false,
                        "MaxLength": 10,
                        "MinLength": 0,
                        "Name": "otp",
                        "Require": true,
                        "Type": "STRING"
                    }
                ],
                "PreviewUrl": "https://zns.oa.zalo.me/znspreview/SZk01CLsjXTYpn_B4agO0g==",
                "Status": "ENABLE",
                "TemplateDailyQuota": null,
                "TemplateId": 205644,
                "TemplateName": "Xác nhận đăng ký dịch vụ",
                "TemplateQuality": "UNDEFINED",
                "TemplateRemainingQuota": null,
                "TemplateTag": "OTP",
                "Timeout": 15000
            },
            "Error": 0,
            "Message": "Success"
        }
        """;

    private const string PublishedWithButton = """
        {
            "Data": {
                "ListButtons": [
                    {
                        "Content": "https://oa.zalo.me/4097311281936189049",
                        "Title": "Quan tâm OA",
                        "Type": 2
                    }
                ],
                "ListParams": [
                    {
                        "AcceptNull": false,
                        "MaxLength": 100,
                        "MinLength": 0,
                        "Name": "customer_name",
                        "Require": true,
                        "Type": "STRING"
                    },
                    {
                        "AcceptNull": false,
                        "MaxLength": 100,
                        "MinLength": 0,
                        "Name": "product_name",
                        "Require": true,
                        "Type": "STRING"
                    },
                    {
                        "AcceptNull": false,
                        "MaxLength": 30,
                        "MinLength": 0,
                        "Name": "order_code",
                        "Require": true,
                        "Type": "STRING"
                    },
                    {
                        "AcceptNull": false,
                        "MaxLength": 30,
                        "MinLength": 0,
                        "Name": "date",
                        "Require": true,
                        "Type": "STRING"
                    }
                ],
                "PreviewUrl": "https://account.zalo.cloud/znspreview/NqFkYJ14yilzdlAXteG_rQ==",
                "Reason": "Template đã được duyệt",
                "Status": "ENABLE",
                "TemplateId": 267247,
                "TemplateName": "Đánh giá dịch vụ - text",
                "TemplateQuality": "null",
                "TemplateTag": "TRANSACTION",
                "Timeout": 7200000
            },
            "Error": 0,
            "Message": "Success"
        }
        """;

    internal static readonly SampleCall<GetZaloTemplateDetailsResponse> Call = Ask(
        "205644",
        Published,
        // Ids are texts for the user of the library, and a typed answer does not tell a member that is null from one that is absent.
        Published
            .Replace("205644", "\"205644\"", StringComparison.Ordinal)
            .Replace("\"TemplateDailyQuota\": null,", string.Empty, StringComparison.Ordinal)
            .Replace("\"TemplateRemainingQuota\": null,", string.Empty, StringComparison.Ordinal)
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertGet(
            "/MainService.svc/json/GetZnsTemplateInfo?TemplateId=205644&ApiKey={{ApiKey}}&SecretKey={{SecretKey}}&OAId=4097311281936189049"
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal((0, "Success"), ((int)answer.ResultCode, answer.ServiceMessage));
        var template = answer.Template;
        Assert.Equal(("205644", "Xác nhận đăng ký dịch vụ", "OTP"), (template.TemplateId, template.Name, template.Tag));
        Assert.Equal(("ENABLE", "UNDEFINED", null), (template.Status, template.Quality, template.Reason));
        Assert.Equal((false, null, null), (template.HasDailyQuota, template.DailyQuota, template.RemainingQuota));
        Assert.Equal(("https://zns.oa.zalo.me/znspreview/SZk01CLsjXTYpn_B4agO0g==", 15_000L), (template.PreviewUrl, template.Timeout));
        Assert.Null(template.Buttons);
        Assert.Null(template.UnknownMembers);
        AssertVariable("otp", 10, Assert.Single(template.Variables!));
    }

    [Fact]
    public async Task The_published_answer_with_a_button_arrives_whole()
    {
        var call = Ask(
            "267247",
            PublishedWithButton,
            // The text "null" is nothing, and nothing is not written.
            PublishedWithButton
                .Replace("267247", "\"267247\"", StringComparison.Ordinal)
                .Replace("\"TemplateQuality\": \"null\",", string.Empty, StringComparison.Ordinal)
        );

        var answer = await call.AnswerAsync();

        Assert.Equal((0, "Success"), ((int)answer.ResultCode, answer.ServiceMessage));
        var template = answer.Template;
        Assert.Equal(("267247", "Đánh giá dịch vụ - text", "TRANSACTION"), (template.TemplateId, template.Name, template.Tag));
        Assert.Equal(("ENABLE", null, "Template đã được duyệt"), (template.Status, template.Quality, template.Reason));
        Assert.Equal((null, null, null), (template.HasDailyQuota, template.DailyQuota, template.RemainingQuota));
        Assert.Equal(("https://account.zalo.cloud/znspreview/NqFkYJ14yilzdlAXteG_rQ==", 7_200_000L), (template.PreviewUrl, template.Timeout));
        Assert.Null(template.UnknownMembers);
        var button = Assert.Single(template.Buttons!);
        Assert.Equal(
            ("https://oa.zalo.me/4097311281936189049", "Quan tâm OA", ZaloTemplateButtonKind.PhoneCall),
            (button.Content, button.Title, button.Kind)
        );
        Assert.Null(button.UnknownMembers);
        Assert.Collection(
            template.Variables!,
            static variable => AssertVariable("customer_name", 100, variable),
            static variable => AssertVariable("product_name", 100, variable),
            static variable => AssertVariable("order_code", 30, variable),
            static variable => AssertVariable("date", 30, variable)
        );
    }

    /// <summary>The table types them so.</summary>
    [Fact]
    public async Task Numbers_and_booleans_may_come_as_texts()
    {
        var call = Ask(
            "205644",
            """
            {
              "Data": {
                "ApplyTemplateQuota": "true",
                "ListButtons": [{ "Type": "3" }],
                "ListParams": [{ "AcceptNull": "true", "MaxLength": "10", "MinLength": "2", "Name": "otp", "Require": "false" }],
                "TemplateDailyQuota": "500",
                "TemplateId": "205644",
                "TemplateRemainingQuota": "499",
                "Timeout": "15000"
              },
              "Error": 0
            }
            """,
            """
            {
              "Data": {
                "ApplyTemplateQuota": true,
                "ListButtons": [{ "Type": 3 }],
                "ListParams": [{ "AcceptNull": true, "MaxLength": 10, "MinLength": 2, "Name": "otp", "Require": false }],
                "TemplateDailyQuota": 500,
                "TemplateId": "205644",
                "TemplateRemainingQuota": 499,
                "Timeout": 15000
              },
              "Error": 0
            }
            """
        );

        var template = (await call.AnswerAsync()).Template;

        Assert.Equal((true, 500L, 499L, 15_000L), (template.HasDailyQuota, template.DailyQuota, template.RemainingQuota, template.Timeout));
        Assert.Equal(ZaloTemplateButtonKind.OfficialAccountPage, Assert.Single(template.Buttons!).Kind);
        var variable = Assert.Single(template.Variables!);
        Assert.Equal((true, 10, 2, false), (variable.CanBeEmpty, variable.MaxLength, variable.MinLength, variable.IsRequired));
    }

    /// <summary>The page has none; this is the code as a number, as in the accepted answer.</summary>
    [Fact]
    public async Task A_refusal_has_its_code_as_a_number()
    {
        var refusal = await Call.RefusalAsync("""{ "Error": 101, "Message": "Authorize Failed" }""", 101, "Authorize Failed");

        Assert.Null(refusal.Template);
    }

    private static SampleCall<GetZaloTemplateDetailsResponse> Ask(string templateId, string answer, string writtenBack) =>
        new(
            EsmsJsonContext.Default.GetZaloTemplateDetailsResponse,
            answer,
            (esms, cancellation) => esms.OfficialAccounts.GetZaloTemplateDetailsAsync(templateId, "4097311281936189049", cancellation),
            writtenBack,
            success: EsmsResultCode.None
        );

    private static void AssertVariable(string name, int maxLength, ZaloTemplateVariable variable)
    {
        Assert.Equal((name, maxLength, 0), (variable.Name, variable.MaxLength, variable.MinLength));
        Assert.Equal((false, true, "STRING"), (variable.CanBeEmpty, variable.IsRequired, variable.Kind));
        Assert.Null(variable.UnknownMembers);
    }
}
