namespace Esms.Tests.Samples;

public sealed class SendCustomerCareTests
{
    internal static readonly SampleCall<SendCustomerCareResponse> Call = new(
        EsmsJsonContext.Default.SendCustomerCareResponse,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d533459ee42b2b9525ba9eabf6a8156" }""",
        static (esms, cancellation) =>
            esms.Sms.SendCustomerCareAsync(
                new SendCustomerCareRequest
                {
                    Content = "686868 la ma xac minh dang ky Baotrixemay cua ban",
                    Phone = "0901888484",
                    Brandname = "Baotrixemay",
                    IsUnicode = false,
                    Sandbox = false,
                    CampaignId = "Xác minh đăng ký",
                    RequestId = "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                    CallbackUrl = "https://esms.vn/webhook/",
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
                "Brandname": "Baotrixemay",
                "SmsType": "2",
                "IsUnicode": "0",
                "Sandbox": "0",
                "campaignid": "Xác minh đăng ký",
                "RequestId": "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                "CallbackUrl": "https://esms.vn/webhook/"
            }
            """
        );

    [Fact]
    public async Task The_rest_of_the_table_is_sent_too_and_what_is_not_given_is_left_out()
    {
        var call = new SampleCall<SendCustomerCareResponse>(
            EsmsJsonContext.Default.SendCustomerCareResponse,
            "{}",
            static (esms, cancellation) =>
                esms.Sms.SendCustomerCareAsync(
                    new SendCustomerCareRequest
                    {
                        Content = "Tin nhắn có dấu",
                        Phone = "0901888484",
                        Brandname = "Baotrixemay",
                        IsUnicode = true,
                        Sandbox = true,
                        SendDate = new DateTimeOffset(2025, 1, 2, 11, 0, 0, TimeSpan.Zero),
                    },
                    cancellation
                )
        );

        (await call.RequestAsync()).AssertJson(
            "/MainService.svc/json/SendMultipleMessage_V4_post_json/",
            """
            {
                "ApiKey": "{{ApiKey}}", "Content": "Tin nhắn có dấu", "Phone": "0901888484", "SecretKey": "{{SecretKey}}", "Brandname": "Baotrixemay",
                "SmsType": "2", "IsUnicode": "1", "Sandbox": "1", "RequestId": "{{RequestId}}", "SendDate": "2025-01-02 18:00:00"
            }
            """
        );
    }

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(("d533459ee42b2b9525ba9eabf6a8156", 0), (answer.SmsId, answer.CountRegenerate));
        Assert.Equal((null, null), (answer.SendStatus, answer.ServiceMessage));
    }

    [Theory]
    [InlineData(104, "Brand name code is not exist")]
    [InlineData(101, "Authorize Failed")]
    public async Task A_published_refusal_is_an_exception(int code, string message)
    {
        var refusal = await Call.RefusalAsync(
            $$"""{ "CodeResult": "{{code}}", "CountRegenerate": 0, "ErrorMessage": "{{message}}" }""",
            code,
            message
        );

        Assert.Equal((0, null), (refusal.CountRegenerate, refusal.SmsId));
    }

    [Fact]
    public async Task A_refused_text_has_a_message_id_all_the_same()
    {
        var refusal = await Call.RefusalAsync(
            """{ "CodeResult": "146", "CountRegenerate": 0, "ErrorMessage": "Sai template Brandname CSKH", "SMSID": "3f5ec8c71c4a4ccea311f731dfeaa133156" }""",
            146,
            "Sai template Brandname CSKH"
        );

        Assert.Equal("3f5ec8c71c4a4ccea311f731dfeaa133156", refusal.SmsId);
    }

    /// <summary>No sample of it is kept with the facts, which say that the status comes with this code, and in quotes.</summary>
    [Fact]
    public async Task A_repeat_is_refused_with_the_status_of_the_first_send()
    {
        var refusal = await Call.RefusalAsync(
            """{ "CodeResult": "124", "CountRegenerate": 0, "ErrorMessage": "Request exist 1", "SendStatus": "5" }""",
            124,
            "Request exist 1"
        );

        Assert.Equal(SendStatus.Finished, refusal.SendStatus);
    }

    [Fact]
    public async Task A_refusal_without_a_code_keeps_its_text()
    {
        var refusal = await Call.RefusalAsync("""{ "error": "Invalid request" }""", (int)EsmsResultCode.Unspecified, "Invalid request");

        Assert.Equal((null, null), (refusal.CountRegenerate, refusal.SmsId));
    }
}
