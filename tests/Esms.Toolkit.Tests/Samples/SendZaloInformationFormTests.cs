namespace Esms.Tests.Samples;

public sealed class SendZaloInformationFormTests
{
    internal static readonly SampleCall<SendZaloInformationFormResponse> Call = new(
        EsmsJsonContext.Default.SendZaloInformationFormResponse,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d8e0f1f0702544b2acb456ca9ccfd111250" }""",
        static (esms, cancellation) =>
            esms.Zalo.SendZaloInformationFormAsync(
                new SendZaloInformationFormRequest
                {
                    OfficialAccountId = "4097311281936189049",
                    RequestId = "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                    CallbackUrl = "https://esms.vn/webhook/",
                    Payload = new ZaloInformationPayload
                    {
                        Recipient = new ZaloRecipient { UserId = "8756287263669629130" },
                        Message = new ZaloInformationMessage
                        {
                            Attachment = new ZaloInformationAttachment
                            {
                                Payload = new ZaloInformationFormList
                                {
                                    Forms =
                                    [
                                        new ZaloInformationForm
                                        {
                                            Title = "Thông tin khách hàng",
                                            Subtitle = "Vui lòng cung cấp thông tin để nhận ưu đãi.",
                                            ImageUrl = "https://esms.vn/uu-dai.png",
                                        },
                                    ],
                                },
                            },
                        },
                    },
                },
                cancellation
            )
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/SendZaloFollowerMessage_V5_post_json/",
            """
            {
            "ApiKey": "{{ApiKey}}",
            "SecretKey": "{{SecretKey}}",
            "OAID": "4097311281936189049",
            "RequestId": "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
            "CallbackUrl":"https://esms.vn/webhook/",
                "Payload": {
                    "recipient": {
                        "user_id": "8756287263669629130"
                    },
                    "message": {
                        "attachment": {
                            "type": "template",
                            "payload": {
                                "template_type": "request_user_info",
                                "elements": [
                                    {
                                        "title": "Thông tin khách hàng",
                                        "subtitle": "Vui lòng cung cấp thông tin để nhận ưu đãi.",
                                        "image_url": "https://esms.vn/uu-dai.png"
                                    }
                                ]
                            }
                        }
                    }
                }
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
