namespace Esms.Tests.Samples;

public sealed class SendFixedNumberTests
{
    internal static readonly SampleCall<SendFixedNumberResponse> Call = new(
        EsmsJsonContext.Default.SendFixedNumberResponse,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d8e0f1f0702544b2acb456ca9ccfd111250" }""",
        static (esms, cancellation) =>
            esms.Sms.SendFixedNumberAsync(
                new SendFixedNumberRequest
                {
                    Content = "686868 la ma xac minh dang ky Baotrixemay cua ban",
                    Phone = "0901888484",
                    IsUnicode = false,
                    Sandbox = false,
                    CampaignId = "Xác minh đăng ký",
                    RequestId = "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                    CallbackUrl = "https://esms.vn/webhook/",
                    SendDate = new DateTimeOffset(2025, 1, 2, 18, 0, 0, TimeSpan.FromHours(7)),
                },
                cancellation
            )
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/SendMultipleMessage_V4_post_json/",
            """
            {
               "ApiKey": "{{ApiKey}}",
               "Content": "686868 la ma xac minh dang ky Baotrixemay cua ban",
               "Phone": "0901888484",
               "SecretKey": "{{SecretKey}}",
               "SmsType": "8",
               "IsUnicode": "0",
               "Sandbox": "0",
               "campaignid": "Xác minh đăng ký",
               "RequestId": "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
               "CallbackUrl": "https://esms.vn/webhook/",
               "SendDate":"2025-01-02 18:00:00"
            }
            """
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(("d8e0f1f0702544b2acb456ca9ccfd111250", 0, null), (answer.SmsId, answer.CountRegenerate, answer.ServiceMessage));
    }

    [Fact]
    public async Task The_published_refusal_has_no_code_and_keeps_its_text()
    {
        var refusal = await Call.RefusalAsync("""{ "error": "Invalid request" }""", (int)EsmsResultCode.Unspecified, "Invalid request");

        Assert.Equal((null, null), (refusal.CountRegenerate, refusal.SmsId));
    }

    /// <summary>In the shape that the same address has for customer care, with the text of another page.</summary>
    [Fact]
    public async Task A_refusal_with_a_code_is_an_exception_too() =>
        await Call.RefusalAsync("""{ "CodeResult": "101", "CountRegenerate": 0, "ErrorMessage": "Authorize Failed" }""", 101, "Authorize Failed");
}
