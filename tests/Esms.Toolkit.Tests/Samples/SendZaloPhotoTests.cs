namespace Esms.Tests.Samples;

public sealed class SendZaloPhotoTests
{
    internal static readonly SampleCall<SendZaloPhotoResponse> Call = new(
        EsmsJsonContext.Default.SendZaloPhotoResponse,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d8e0f1f0702544b2acb456ca9ccfd111250" }""",
        static (esms, cancellation) =>
            esms.Zalo.SendZaloPhotoAsync(
                new SendZaloPhotoRequest
                {
                    OfficialAccountId = "4097311281936189049",
                    CallbackUrl = "https://esms.vn/webhook/",
                    RequestId = "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                    Payload = PayloadWith(new ZaloImage { Url = "https://esms.vn/bang-gia.png" }),
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
                        "text": "Bảng giá tháng này",
                        "attachment": {
                            "type": "template",
                            "payload": {
                                "template_type": "media",
                                "elements": [
                                    {
                                        "media_type": "image",
                                        "url": "https://esms.vn/bang-gia.png"
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

    /// <summary>In no sample, and in the table.</summary>
    [Fact]
    public async Task A_picture_can_move()
    {
        var call = new SampleCall<SendZaloPhotoResponse>(
            EsmsJsonContext.Default.SendZaloPhotoResponse,
            "{}",
            static (esms, cancellation) =>
                esms.Zalo.SendZaloPhotoAsync(
                    new SendZaloPhotoRequest
                    {
                        OfficialAccountId = "4097311281936189049",
                        Payload = PayloadWith(new ZaloGif { Url = "https://esms.vn/bang-gia.gif" }),
                    },
                    cancellation
                )
        );

        Assert.Contains(
            """[{"media_type":"gif","url":"https://esms.vn/bang-gia.gif"}]""",
            (await call.RequestAsync()).Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Two_pictures_are_not_sent()
    {
        using var esms = new EsmsClient(new EsmsOptions { ApiKey = "k", SecretKey = "s" });
        var request = new SendZaloPhotoRequest
        {
            OfficialAccountId = "1",
            Payload = PayloadWith(new ZaloImage { Url = "1" }, new ZaloGif { Url = "2" }),
        };

        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            esms.Zalo.SendZaloPhotoAsync(request, TestContext.Current.CancellationToken)
        );

        Assert.Equal("Pictures", exception.ParamName);
    }

    private static ZaloPhotoPayload PayloadWith(params ZaloPicture[] pictures) =>
        new()
        {
            Recipient = new ZaloRecipient { UserId = "8756287263669629130" },
            Message = new ZaloPhotoMessage
            {
                Text = "Bảng giá tháng này",
                Attachment = new ZaloPhotoAttachment { Payload = new ZaloPictureList { Pictures = pictures } },
            },
        };
}
