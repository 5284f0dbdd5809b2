#pragma warning disable CS0618 // Deprecated, and it has to work for as long as it is there.

namespace Esms.Tests.Samples;

public sealed class SendCustomerCareGetTests
{
    internal static readonly SampleCall<SendCustomerCareGetResponse> Call = new(
        EsmsJsonContext.Default.SendCustomerCareGetResponse,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "ebe101db-87cd-4285-b97b-6a7a90455ded30" }""",
        static (esms, cancellation) =>
            esms.Sms.SendCustomerCareGetAsync(
                new SendCustomerCareGetRequest
                {
                    Phone = "0901888484",
                    Content = "686868 la ma xac minh dang ky Baotrixemay cua ban",
                    IsUnicode = false,
                    Brandname = "Baotrixemay",
                    CallbackUrl = "https://esms.vn/webhook/",
                    RequestId = "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                    SendDate = new DateTimeOffset(2025, 1, 2, 18, 0, 0, TimeSpan.FromHours(7)),
                },
                cancellation
            )
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertGet(
            "/MainService.svc/json/SendMultipleMessage_V4_get?Phone=0901888484&Content=686868%20la%20ma%20xac%20minh%20dang%20ky%20Baotrixemay%20cua%20ban"
                + "&ApiKey={{ApiKey}}&SecretKey={{SecretKey}}&IsUnicode=0&Brandname=Baotrixemay&SmsType=2&CallbackUrl=https%3A%2F%2Fesms.vn%2Fwebhook%2F"
                + "&RequestId=96accf59-0c41-4bc7-a5c4-4a466c2e41c2&SendDate=2025-01-02%2018%3A00%3A00"
        );

    [Fact]
    public async Task The_rest_of_the_table_is_sent_too_and_what_is_not_given_is_left_out()
    {
        var call = new SampleCall<SendCustomerCareGetResponse>(
            EsmsJsonContext.Default.SendCustomerCareGetResponse,
            "{}",
            static (esms, cancellation) =>
                esms.Sms.SendCustomerCareGetAsync(
                    new SendCustomerCareGetRequest
                    {
                        Phone = "0901888484",
                        Content = "Có dấu",
                        IsUnicode = true,
                        Brandname = "Baotrixemay",
                        Sandbox = true,
                        CampaignId = "a & b",
                    },
                    cancellation
                )
        );

        (await call.RequestAsync()).AssertGet(
            "/MainService.svc/json/SendMultipleMessage_V4_get?Phone=0901888484&Content=C%C3%B3%20d%E1%BA%A5u&ApiKey={{ApiKey}}&SecretKey={{SecretKey}}"
                + "&IsUnicode=1&Brandname=Baotrixemay&SmsType=2&RequestId={{RequestId}}&Sandbox=1&campaignid=a%20%26%20b"
        );
    }

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(("ebe101db-87cd-4285-b97b-6a7a90455ded30", 0, null), (answer.SmsId, answer.CountRegenerate, answer.ServiceMessage));
    }

    [Theory]
    [InlineData(101, "Authorize Failed")]
    [InlineData(104, "Brand name code is not exist")]
    [InlineData(124, "Request exist 1")]
    public async Task A_published_refusal_is_an_exception(int code, string message)
    {
        var refusal = await Call.RefusalAsync(
            $$"""{ "CodeResult": "{{code}}", "CountRegenerate": 0, "ErrorMessage": "{{message}}" }""",
            code,
            message
        );

        Assert.Equal((0, null), (refusal.CountRegenerate, refusal.SmsId));
    }

    /// <summary>The facts about the page name the member; the answer is published for the send as JSON.</summary>
    [Fact]
    public async Task A_refusal_without_a_code_keeps_its_text() =>
        await Call.RefusalAsync("""{ "error": "Invalid request" }""", (int)EsmsResultCode.Unspecified, "Invalid request");
}
