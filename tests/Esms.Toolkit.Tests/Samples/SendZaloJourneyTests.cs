namespace Esms.Tests.Samples;

public sealed class SendZaloJourneyTests
{
    internal static readonly SampleCall<SendZaloJourneyResponse> Call = new(
        EsmsJsonContext.Default.SendZaloJourneyResponse,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d8e0f1f0702544b2acb456ca9ccfd111250" }""",
        static (esms, cancellation) =>
            esms.Zalo.SendZaloJourneyAsync(
                new SendZaloJourneyRequest
                {
                    Phone = "0901888484",
                    Params = ["Nguyễn Văn A", "HD00001", "01/08/2024"],
                    OrderId = "HD00001",
                    TemplateId = "200607",
                    OfficialAccountId = "4097311281936189049",
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
                "Params": ["Nguyễn Văn A","HD00001","01/08/2024"],
                "IsJourney": true,
                "OrderId": "HD00001",
                "TempID": "200607",
                "OAID": "4097311281936189049",
                "RequestId": "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                "campaignid": "Xác nhận mua hàng",
                "CallbackUrl":"https://esms.vn/webhook/"
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
