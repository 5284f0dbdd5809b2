using System.Text.RegularExpressions;

namespace Esms.Tests.Samples;

public sealed class GetSmsTemplatesTests
{
    private const string Published = """
        {
            "BrandnameTemplates": [
                {
                    "NetworkID": 6,
                    "TempContent": "{P1,20} la ma xac minh dang ky Baotrixemay cua ban",
                    "TempId": 458
                },
                {
                    "NetworkID": 4,
                    "TempContent": "Baotrixemay da nhan duoc so tien thanh toan {P2,20} VND luc {P2,20} cho don hang {P1,20}. Cam on quy khach!",
                    "TempId": 466
                },
                {
                    "NetworkID": 2,
                    "TempContent": "Cam on quy khach da su dung dich vu cua chung toi. Chuc quy khach mot ngay tot lanh!",
                    "TempId": 12640
                },
                {
                    "NetworkID": 5,
                    "TempContent": "Cam on quy khach da su dung dich vu cua chung toi. Chuc quy khach mot ngay tot lanh!",
                    "TempId": 12647
                },
                {
                    "NetworkID": 3,
                    "TempContent": "Chuc mung sinh nhat {P2,50}. Kinh chuc QK co nhieu suc khoe, thanh cong va hanh phuc! Nhan dip sinh nhat xin gui den {P2,50} coupon {P2,20}. Tran trong.",
                    "TempId": 12899
                },
                {
                    "NetworkID": 1,
                    "TempContent": "Cam on quy khach da su dung dich vu cua chung toi. Chuc quy khach mot ngay tot lanh!",
                    "TempId": 12884
                }
            ],
            "CodeResult": "100",
            "ErrorMessage": "success"
        }
        """;

    internal static readonly SampleCall<GetSmsTemplatesResponse> Call = new(
        EsmsJsonContext.Default.GetSmsTemplatesResponse,
        Published,
        static (esms, cancellation) => esms.Account.GetSmsTemplatesAsync("Baotrixemay", cancellation),
        // Ids are texts for the user of the library.
        writtenBack: Regex.Replace(Published, "\"TempId\": ([0-9]+)", "\"TempId\": \"$1\"")
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/GetTemplate/",
            """
            {
             "ApiKey":"{{ApiKey}}",
             "SecretKey":"{{SecretKey}}",
             "SmsType":"2",
             "Brandname":"Baotrixemay"
            }
            """
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal("success", answer.ServiceMessage);
        Assert.All(answer.Templates, static template => Assert.Null(template.UnknownMembers));
        (Telco?, string, string)[] expected =
        [
            (Telco.Itel, "458", "{P1,20} la ma xac minh dang ky Baotrixemay cua ban"),
            (
                Telco.Vietnamobile,
                "466",
                "Baotrixemay da nhan duoc so tien thanh toan {P2,20} VND luc {P2,20} cho don hang {P1,20}. Cam on quy khach!"
            ),
            (Telco.Mobifone, "12640", "Cam on quy khach da su dung dich vu cua chung toi. Chuc quy khach mot ngay tot lanh!"),
            (Telco.Gmobile, "12647", "Cam on quy khach da su dung dich vu cua chung toi. Chuc quy khach mot ngay tot lanh!"),
            (
                Telco.Vinaphone,
                "12899",
                "Chuc mung sinh nhat {P2,50}. Kinh chuc QK co nhieu suc khoe, thanh cong va hanh phuc! Nhan dip sinh nhat xin gui den {P2,50} coupon {P2,20}. Tran trong."
            ),
            (Telco.Viettel, "12884", "Cam on quy khach da su dung dich vu cua chung toi. Chuc quy khach mot ngay tot lanh!"),
        ];
        Assert.Equal(expected, answer.Templates.Select(static template => (template.Telco, template.TemplateId, template.Content)));
    }

    /// <summary>The page has none; this is how the same address refuses to list templates of Zalo.</summary>
    [Fact]
    public async Task A_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync("""{ "CodeResult": "101", "ErrorMessage": "Authorize Failed" }""", 101, "Authorize Failed");

        Assert.Null(refusal.Templates);
    }
}
