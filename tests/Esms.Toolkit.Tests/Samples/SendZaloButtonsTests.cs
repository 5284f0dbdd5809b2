namespace Esms.Tests.Samples;

public sealed class SendZaloButtonsTests
{
    internal static readonly SampleCall<SendZaloButtonsResponse> Call = new(
        EsmsJsonContext.Default.SendZaloButtonsResponse,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d8e0f1f0702544b2acb456ca9ccfd111250" }""",
        static (esms, cancellation) =>
            esms.Zalo.SendZaloButtonsAsync(
                new SendZaloButtonsRequest
                {
                    OfficialAccountId = "4097311281936189049",
                    CallbackUrl = "https://esms.vn/webhook/",
                    RequestId = "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                    Payload = new ZaloButtonsPayload
                    {
                        Recipient = new ZaloRecipient { UserId = "8756287263669629130" },
                        Message = new ZaloButtonsMessage
                        {
                            Text = "Quý khách cần hỗ trợ gì ạ?",
                            Attachment = new ZaloButtonsAttachment
                            {
                                Payload = new ZaloButtonList
                                {
                                    Buttons =
                                    [
                                        new ZaloOpenUrlButton
                                        {
                                            Title = "Mở trang web",
                                            Payload = new ZaloUrl { Url = "https://esms.vn" },
                                        },
                                        new ZaloQueryShowButton { Title = "Hỏi giá", Payload = "Bảng giá" },
                                        new ZaloQueryHideButton { Title = "Gặp nhân viên", Payload = "#nhanvien" },
                                        new ZaloOpenSmsButton
                                        {
                                            Title = "Nhắn tin",
                                            Payload = new ZaloSmsDraft { Content = "Toi can ho tro", PhoneCode = "0901888484" },
                                        },
                                        new ZaloOpenPhoneButton
                                        {
                                            Title = "Gọi điện",
                                            Payload = new ZaloPhone { PhoneCode = "0901888484" },
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
                "CallbackUrl": "https://esms.vn/webhook/",
                "RequestId": "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                "Payload": {
                    "recipient": {
                        "user_id": "8756287263669629130"
                    },
                    "message": {
                        "text": "Quý khách cần hỗ trợ gì ạ?",
                        "attachment": {
                            "type": "template",
                            "payload": {
                                "buttons": [
                                    {
                                        "title": "Mở trang web",
                                        "payload": {
                                            "url": "https://esms.vn"
                                        },
                                        "type": "oa.open.url"
                                    },
                                    {
                                        "title": "Hỏi giá",
                                        "type": "oa.query.show",
                                        "payload": "Bảng giá"
                                    },
                                    {
                                        "title": "Gặp nhân viên",
                                        "type": "oa.query.hide",
                                        "payload": "#nhanvien"
                                    },
                                    {
                                        "title": "Nhắn tin",
                                        "type": "oa.open.sms",
                                        "payload": {
                                            "content": "Toi can ho tro",
                                            "phone_code": "0901888484"
                                        }
                                    },
                                    {
                                        "title": "Gọi điện",
                                        "type": "oa.open.phone",
                                        "payload": {
                                            "phone_code": "0901888484"
                                        }
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
