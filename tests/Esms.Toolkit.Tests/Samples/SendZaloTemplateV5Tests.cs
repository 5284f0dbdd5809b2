#pragma warning disable CS0618 // Deprecated, and it has to work for as long as it is there.

namespace Esms.Tests.Samples;

public sealed class SendZaloTemplateV5Tests
{
    internal static readonly SampleCall<SendZaloTemplateV5Response> Call = new(
        EsmsJsonContext.Default.SendZaloTemplateV5Response,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d8e0f1f0702544b2acb456ca9ccfd111250" }""",
        static (esms, cancellation) =>
            esms.Zalo.SendZaloTemplateV5Async(
                new SendZaloTemplateV5Request
                {
                    OfficialAccountId = "4097311281936189049",
                    Phone = "0901888484",
                    TempData = new Dictionary<string, string> { ["customer_name"] = "Nguyễn Văn A", ["order_code"] = "HD00001" },
                    SendDate = new DateTimeOffset(2025, 1, 2, 18, 0, 0, TimeSpan.FromHours(7)),
                    TemplateId = "200607",
                    CampaignId = "Xác nhận mua hàng",
                    Sandbox = false,
                    CallbackUrl = "https://esms.vn/webhook/",
                    RequestId = "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                    SendingMode = ZaloSendingMode.Normal,
                },
                cancellation
            )
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/SendZaloMessage_V5_post/",
            """
            {
                "ApiKey": "{{ApiKey}}",
                "SecretKey": "{{SecretKey}}",
                "OAID": "4097311281936189049",
                "Phone": "0901888484",
                "TempData": [
                    {
                        "key": "customer_name",
                        "value": "Nguyễn Văn A"
                    },
                    {
                        "key": "order_code",
                        "value": "HD00001"
                    }
                ],
                "SendDate": "2025-01-02 18:00:00",
                "TempID": "200607",
                "campaignid": "Xác nhận mua hàng",
                "Sandbox": "0",
                "CallbackUrl": "https://esms.vn/webhook/",
                "RequestId": "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                "SendingMode":"1"
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
