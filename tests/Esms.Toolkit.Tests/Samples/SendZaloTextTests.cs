namespace Esms.Tests.Samples;

public sealed class SendZaloTextTests
{
    internal static readonly SampleCall<SendZaloTextResponse> Call = new(
        EsmsJsonContext.Default.SendZaloTextResponse,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d8e0f1f0702544b2acb456ca9ccfd111250" }""",
        static (esms, cancellation) =>
            esms.Zalo.SendZaloTextAsync(
                new SendZaloTextRequest
                {
                    OfficialAccountId = "4097311281936189049",
                    UserId = "8756287263669629130",
                    Content = "Quý khách cần hỗ trợ gì ạ?",
                    CallbackUrl = "https://esms.vn/webhook/",
                    RequestId = "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                },
                cancellation
            )
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/SendZaloFollowerMessage_V4_post_json/",
            """
            {
             "ApiKey":"{{ApiKey}}",
             "SecretKey":"{{SecretKey}}",
             "OAID":"4097311281936189049",
             "User_id":"8756287263669629130",
             "Content":"Quý khách cần hỗ trợ gì ạ?",
              "CallbackUrl": "https://esms.vn/webhook/",
              "RequestId": "96accf59-0c41-4bc7-a5c4-4a466c2e41c2"

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
