#pragma warning disable CS0618 // Deprecated, and it has to work for as long as it is there.

namespace Esms.Tests.Samples;

public sealed class SendZaloTemplateV4Tests
{
    internal static readonly SampleCall<SendZaloTemplateV4Response> Call = new(
        EsmsJsonContext.Default.SendZaloTemplateV4Response,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d8e0f1f0702544b2acb456ca9ccfd111250" }""",
        static (esms, cancellation) =>
            esms.Zalo.SendZaloTemplateV4Async(
                new SendZaloTemplateV4Request
                {
                    Phone = "0901888484",
                    Params = ["Nguyễn Văn A", "HD00001", "01/08/2024"],
                    TemplateId = "200607",
                    OfficialAccountId = "4097311281936189049",
                    SendDate = new DateTimeOffset(2025, 1, 2, 18, 0, 0, TimeSpan.FromHours(7)),
                    Sandbox = false,
                    RequestId = "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                    CampaignId = "Xác nhận mua hàng",
                    CallbackUrl = "https://esms.vn/webhook/",
                },
                cancellation
            )
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/SendZaloMessage_V4_post_json/",
            """
            {
                "ApiKey": "{{ApiKey}}",
                "SecretKey": "{{SecretKey}}",
                "Phone": "0901888484",
                "Params": [
                    "Nguyễn Văn A",
                    "HD00001",
                    "01/08/2024"
                ],
                "TempID": "200607",
                "OAID": "4097311281936189049",
                "SendDate": "2025-01-02 18:00:00",
                "Sandbox": "0",
                "RequestId": "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                "campaignid": "Xác nhận mua hàng",
                "CallbackUrl": "https://esms.vn/webhook/"
            }
            """
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(("d8e0f1f0702544b2acb456ca9ccfd111250", 0), (answer.SmsId, answer.CountRegenerate));
    }

    [Fact]
    public async Task The_published_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync(
            """{ "CodeResult": "101", "CountRegenerate": 0, "ErrorMessage": "Authorize Failed" }""",
            101,
            "Authorize Failed"
        );

        Assert.Equal((0, null), (refusal.CountRegenerate, refusal.SmsId));
    }
}
