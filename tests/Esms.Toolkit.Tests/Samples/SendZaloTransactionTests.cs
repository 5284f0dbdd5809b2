namespace Esms.Tests.Samples;

public sealed class SendZaloTransactionTests
{
    internal static readonly SampleCall<SendZaloTransactionResponse> Call = new(
        EsmsJsonContext.Default.SendZaloTransactionResponse,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d8e0f1f0702544b2acb456ca9ccfd111250" }""",
        static (esms, cancellation) =>
            esms.Zalo.SendZaloTransactionAsync(
                new SendZaloTransactionRequest
                {
                    OfficialAccountId = "4097311281936189049",
                    RequestId = "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                    Payload = PayloadWith(
                        new ZaloTransactionTemplate
                        {
                            TemplateType = "transaction_order",
                            Language = "VI",
                            Parts =
                            [
                                new ZaloTransactionBanner
                                {
                                    ImageUrl = "https://minio.esms.vn/blogimg/agent-1/BlogImg/full_cccc34d4-3a46-4644-8613-1b226203c5d5.png",
                                },
                                new ZaloTransactionHeader { Content = "Trạng thái đơn hàng", Align = "left" },
                                new ZaloTransactionText
                                {
                                    Align = "left",
                                    Content = "• Cảm ơn bạn đã mua hàng tại cửa hàng.<br>• Thông tin đơn hàng của bạn như sau:",
                                },
                                new ZaloTransactionTable
                                {
                                    Rows =
                                    [
                                        new ZaloTransactionRow { Label = "Mã khách hàng", Value = "eSMS-001" },
                                        new ZaloTransactionRow
                                        {
                                            Label = "Trạng thái",
                                            Value = "Đang giao",
                                            Style = "yellow",
                                        },
                                        new ZaloTransactionRow { Label = "Giá tiền", Value = "250,000đ" },
                                    ],
                                },
                                new ZaloTransactionText { Align = "center", Content = "📲 Lưu ý điện thoại. Xin cảm ơn!" },
                            ],
                            Buttons =
                            [
                                new ZaloTransactionOpenUrlButton
                                {
                                    Title = "Kiểm tra lộ trình",
                                    Icon = "https://img.icons8.com/?size=100&id=kJlyCVWJrclv&format=png&color=000000",
                                    Payload = new ZaloUrl
                                    {
                                        Url = "https://esms.vn/huong-dan/huong-dan-tich-hop/huong-dan-tich-hop-api-cua-esms-vao-website",
                                    },
                                },
                                new ZaloTransactionOpenUrlButton
                                {
                                    Title = "Xem lại giỏ hàng",
                                    Icon = "https://img.icons8.com/?size=100&id=S2Z1vzGMFT1v&format=png&color=000000",
                                    Payload = new ZaloUrl { Url = "https://esms.vn/huong-dan/huong-dan-su-dung" },
                                },
                                new ZaloTransactionOpenPhoneButton
                                {
                                    Title = "Liên hệ tổng đài",
                                    Icon = "https://img.icons8.com/?size=100&id=KKBDB20a4V6t&format=png&color=000000",
                                    Payload = new ZaloPhone { PhoneCode = "0901888484" },
                                },
                            ],
                        }
                    ),
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
                "Payload": {
                    "recipient": {
                        "user_id": "8756287263669629130"
                    },
                    "message": {
                        "attachment": {
                            "type": "template",
                            "payload": {
                                "template_type": "transaction_order",
                                "language": "VI",
                                "elements": [
                                    {
                                        "image_url": "https://minio.esms.vn/blogimg/agent-1/BlogImg/full_cccc34d4-3a46-4644-8613-1b226203c5d5.png",
                                        "type": "banner"
                                    },
                                    {
                                        "type": "header",
                                        "content": "Trạng thái đơn hàng",
                                        "align": "left"
                                    },
                                    {
                                        "type": "text",
                                        "align": "left",
                                        "content": "• Cảm ơn bạn đã mua hàng tại cửa hàng.<br>• Thông tin đơn hàng của bạn như sau:"
                                    },
                                    {
                                        "type": "table",
                                        "content": [
                                            {
                                                "value": "eSMS-001",
                                                "key": "Mã khách hàng"
                                            },
                                            {
                                                "style": "yellow",
                                                "value": "Đang giao",
                                                "key": "Trạng thái"
                                            },
                                            {
                                                "value": "250,000đ",
                                                "key": "Giá tiền"
                                            }
                                        ]
                                    },
                                    {
                                        "type": "text",
                                        "align": "center",
                                        "content": "📲 Lưu ý điện thoại. Xin cảm ơn!"
                                    }
                                ],
                                "buttons": [
                                    {
                                        "title": "Kiểm tra lộ trình",
                                        "image_icon": "https://img.icons8.com/?size=100&id=kJlyCVWJrclv&format=png&color=000000",
                                        "type": "oa.open.url",
                                        "payload": {
                                            "url": "https://esms.vn/huong-dan/huong-dan-tich-hop/huong-dan-tich-hop-api-cua-esms-vao-website"
                                        }
                                    },
                                    {
                                        "title": "Xem lại giỏ hàng",
                                        "image_icon": "https://img.icons8.com/?size=100&id=S2Z1vzGMFT1v&format=png&color=000000",
                                        "type": "oa.open.url",
                                        "payload": {
                                            "url": "https://esms.vn/huong-dan/huong-dan-su-dung"
                                        }
                                    },
                                    {
                                        "title": "Liên hệ tổng đài",
                                        "image_icon": "https://img.icons8.com/?size=100&id=KKBDB20a4V6t&format=png&color=000000",
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
            """,
            mediaType: "text/plain"
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

    /// <summary>These three are in the table of actions and in no sample of this call.</summary>
    [Fact]
    public async Task A_button_can_send_a_text_or_an_SMS_and_has_the_usual_icon()
    {
        var payload = PayloadWith(
            new ZaloTransactionTemplate
            {
                TemplateType = "transaction_order",
                Parts = [new ZaloTransactionHeader { Content = "x" }],
                Buttons =
                [
                    new ZaloTransactionQueryShowButton { Title = "a", Payload = "b" },
                    new ZaloTransactionQueryHideButton { Title = "c", Payload = "d" },
                    new ZaloTransactionOpenSmsButton
                    {
                        Title = "e",
                        Payload = new ZaloSmsDraft { Content = "f", PhoneCode = "0901888484" },
                    },
                ],
            }
        );

        var request = await CallWith(payload).RequestAsync();

        Assert.EndsWith(
            """
            "elements":[{"type":"header","content":"x"}],"buttons":[{"title":"a","image_icon":"default","type":"oa.query.show","payload":"b"},{"title":"c","image_icon":"default","type":"oa.query.hide","payload":"d"},{"title":"e","image_icon":"default","type":"oa.open.sms","payload":{"content":"f","phone_code":"0901888484"}}]}}}}}
            """,
            request.Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Five_buttons_are_not_sent()
    {
        using var esms = new EsmsClient(new EsmsOptions { ApiKey = "k", SecretKey = "s" });
        var template = new ZaloTransactionTemplate
        {
            TemplateType = "transaction_order",
            Parts = [new ZaloTransactionHeader { Content = "x" }],
            Buttons = [.. Enumerable.Repeat(new ZaloTransactionQueryShowButton { Title = "a", Payload = "b" }, 5)],
        };

        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            esms.Zalo.SendZaloTransactionAsync(
                new SendZaloTransactionRequest { OfficialAccountId = "1", Payload = PayloadWith(template) },
                TestContext.Current.CancellationToken
            )
        );

        Assert.Equal("Buttons", exception.ParamName);
    }

    private static SampleCall<SendZaloTransactionResponse> CallWith(ZaloTransactionPayload payload) =>
        new(
            EsmsJsonContext.Default.SendZaloTransactionResponse,
            "{}",
            (esms, cancellation) =>
                esms.Zalo.SendZaloTransactionAsync(
                    new SendZaloTransactionRequest { OfficialAccountId = "4097311281936189049", Payload = payload },
                    cancellation
                )
        );

    private static ZaloTransactionPayload PayloadWith(ZaloTransactionTemplate template) =>
        new()
        {
            Recipient = new ZaloRecipient { UserId = "8756287263669629130" },
            Message = new ZaloTransactionMessage { Attachment = new ZaloTransactionAttachment { Payload = template } },
        };
}
