namespace Esms.Tests.Samples;

public sealed class SendZaloThenSmsTests
{
    internal static readonly SampleCall<SendZaloThenSmsResponse> Call = new(
        EsmsJsonContext.Default.SendZaloThenSmsResponse,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d8e0f1f0702544b2acb456ca9ccfd111250" }""",
        static (esms, cancellation) =>
            esms.Zalo.SendZaloThenSmsAsync(
                "0901888484",
                new ZaloThenSmsChannels
                {
                    Zalo = new ZaloChannel
                    {
                        TemplateId = "205644",
                        Params = ["686868"],
                        OfficialAccountId = "4097311281936189049",
                        CampaignId = "Gửi OTP",
                        CallbackUrl = "https://esms.vn/webhook/",
                        RequestId = "c82cd356-bf49-4113-9466-65a7f6359c97",
                        Sandbox = false,
                        SendingMode = ZaloSendingMode.Normal,
                    },
                    Sms = new SmsChannel
                    {
                        Content = "686868 la ma xac minh dang ky Baotrixemay cua ban",
                        IsUnicode = false,
                        Brandname = "Baotrixemay",
                        CallbackUrl = "https://esms.vn/webhook/",
                        RequestId = "c82cd356-bf49-4113-9466-65a7f6359c98",
                        Sandbox = false,
                    },
                },
                cancellation
            )
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/MultiChannelMessage/",
            """
            {
                "ApiKey": "{{ApiKey}}",
                "SecretKey": "{{SecretKey}}",
                "Phone": "0901888484",
                "Channels": [
                    "zalo",
                    "sms"
                ],
                "Data": [
                    {
                        "TempID": "205644",
                        "Params": [
                            "686868"
                        ],
                        "OAID": "4097311281936189049",
                        "campaignid": "Gửi OTP",
                        "CallbackUrl": "https://esms.vn/webhook/",
                        "RequestId": "c82cd356-bf49-4113-9466-65a7f6359c97",
                        "Sandbox":"0",
                        "SendingMode": "1"
                    },
                    {
                        "Content": "686868 la ma xac minh dang ky Baotrixemay cua ban",
                        "IsUnicode": "0",
                        "SmsType": "2",
                        "Brandname": "Baotrixemay",
                        "CallbackUrl": "https://esms.vn/webhook/",
                        "RequestId": "c82cd356-bf49-4113-9466-65a7f6359c98",
                        "Sandbox":"0"
                    }
                ]
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
