#pragma warning disable CS0618 // Deprecated, and it has to work for as long as it is there.

namespace Esms.Tests.Samples;

public sealed class SendCustomerCareFormTests
{
    internal static readonly SampleCall<SendCustomerCareFormResponse> Call = new(
        EsmsJsonContext.Default.SendCustomerCareFormResponse,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d533459ee42b2b9525ba9eabf6a8156" }""",
        static (esms, cancellation) =>
            esms.Sms.SendCustomerCareFormAsync(
                new SendCustomerCareFormRequest
                {
                    Phone = "0901888484",
                    Content = "686868 la ma xac minh dang ky Baotrixemay cua ban",
                    RequestId = "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                    Brandname = "Baotrixemay",
                },
                cancellation
            )
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertForm(
            "/MainService.svc/json/SendMultipleMessage_V4_post/",
            "Phone=0901888484&Content=686868+la+ma+xac+minh+dang+ky+Baotrixemay+cua+ban&Apikey={{ApiKey}}&SecretKey={{SecretKey}}&SmsType=2"
                + "&RequestId=96accf59-0c41-4bc7-a5c4-4a466c2e41c2&Brandname=Baotrixemay"
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(("d533459ee42b2b9525ba9eabf6a8156", 0), (answer.SmsId, answer.CountRegenerate));
    }

    [Theory]
    [InlineData(101, "Authorize Failed")]
    [InlineData(104, "Brand name code is not exist")]
    public async Task A_published_refusal_is_an_exception(int code, string message)
    {
        var refusal = await Call.RefusalAsync(
            $$"""{ "CodeResult": "{{code}}", "CountRegenerate": 0, "ErrorMessage": "{{message}}" }""",
            code,
            message
        );

        Assert.Equal((0, null), (refusal.CountRegenerate, refusal.SmsId));
    }

    /// <summary>The table of the page has the member; the answer is published for the send as JSON.</summary>
    [Fact]
    public async Task A_refusal_without_a_code_keeps_its_text() =>
        await Call.RefusalAsync("""{ "error": "Invalid request" }""", (int)EsmsResultCode.Unspecified, "Invalid request");
}
