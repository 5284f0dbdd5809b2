#pragma warning disable CS0618 // Deprecated, and it has to work for as long as it is there.

namespace Esms.Tests.Samples;

public sealed class SendFixedNumberGetTests
{
    internal static readonly SampleCall<SendFixedNumberGetResponse> Call = new(
        EsmsJsonContext.Default.SendFixedNumberGetResponse,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d8e0f1f0702544b2acb456ca9ccfd111250" }""",
        static (esms, cancellation) =>
            esms.Sms.SendFixedNumberGetAsync(
                new SendFixedNumberGetRequest
                {
                    Phone = "0901888484",
                    Content = "686868 la ma xac minh dang ky Baotrixemay cua ban",
                    IsUnicode = false,
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
                + "&ApiKey={{ApiKey}}&SecretKey={{SecretKey}}&IsUnicode=0&SmsType=8&CallbackUrl=https%3A%2F%2Fesms.vn%2Fwebhook%2F"
                + "&RequestId=96accf59-0c41-4bc7-a5c4-4a466c2e41c2&SendDate=2025-01-02%2018%3A00%3A00"
        );

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

    /// <summary>The facts about the page name the member; the answer is published for the send as JSON.</summary>
    [Fact]
    public async Task A_refusal_without_a_code_keeps_its_text() =>
        await Call.RefusalAsync("""{ "error": "Invalid request" }""", (int)EsmsResultCode.Unspecified, "Invalid request");
}
