namespace Esms.Tests.Samples;

public sealed class SendViberTests
{
    internal static readonly SampleCall<SendViberResponse> Call = new(
        EsmsJsonContext.Default.SendViberResponse,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d8e0f1f0702544b2acb456ca9ccfd111250" }""",
        static (esms, cancellation) =>
            esms.Viber.SendViberAsync(
                new SendViberRequest
                {
                    Brandname = "BAT DONG SAN GIA TOT",
                    Content = "Chào bạn!\r\nCăn hộ mới đã mở bán.",
                    ImageUrl = "https://esms.vn/image.png",
                    ButtonLabel = "Xem thêm",
                    ButtonUrl = "https://esms.vn",
                    Phones = ["0901888484", "0900000001", "0900000002"],
                    Sandbox = false,
                    RequestId = "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                    CallbackUrl = "https://esms.vn/webhook/",
                },
                cancellation
            )
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/Send_Multiple_Sms_OTT/",
            """
            {
                "ApiKey": "{{ApiKey}}",
                "SecretKey": "{{SecretKey}}",
                "Brandname": "BAT DONG SAN GIA TOT",
                "SmsType": "23",
                "Content": "Chào bạn!\r\nCăn hộ mới đã mở bán.",
                "OttImgUrl": "https://esms.vn/image.png",
                "OttLabel": "Xem thêm",
                "OttUrl": "https://esms.vn",
                "Phones": [
                    "0901888484","0900000001","0900000002"
                ],
                "IsSandBox": "0",
                "RequestId": "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                "CallbackUrl": "https://esms.vn/webhook/"
            }
            """
        );

    [Fact]
    public async Task A_picture_alone_is_sent_without_a_text()
    {
        var call = new SampleCall<SendViberResponse>(
            EsmsJsonContext.Default.SendViberResponse,
            "{}",
            static (esms, cancellation) =>
                esms.Viber.SendViberAsync(
                    new SendViberRequest
                    {
                        Brandname = "BAT DONG SAN GIA TOT",
                        ImageUrl = "https://esms.vn/image.png",
                        Phones = ["0901888484"],
                        Sandbox = true,
                        SendDate = new DateTimeOffset(2025, 1, 2, 11, 0, 0, TimeSpan.Zero),
                    },
                    cancellation
                )
        );

        (await call.RequestAsync()).AssertJson(
            "/MainService.svc/json/Send_Multiple_Sms_OTT/",
            """
            {
                "ApiKey": "{{ApiKey}}", "SecretKey": "{{SecretKey}}", "Brandname": "BAT DONG SAN GIA TOT", "SmsType": "23", "OttImgUrl": "https://esms.vn/image.png",
                "Phones": ["0901888484"], "IsSandBox": "1", "RequestId": "{{RequestId}}", "SendDate": "2025-01-02 18:00:00"
            }
            """
        );
    }

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(("d8e0f1f0702544b2acb456ca9ccfd111250", 0, null), (answer.SmsId, answer.CountRegenerate, answer.ServiceMessage));
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
