#pragma warning disable CS0618 // Deprecated, and it has to work for as long as it is there.

namespace Esms.Tests.Samples;

public sealed class SendCustomerCareXmlTests
{
    internal static readonly SampleCall<SendCustomerCareXmlResponse> Call = Send("0901888484");

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertXml(
            "/MainService.svc/json/SendMultipleMessage_V4/",
            """
            <RQST>
            <APIKEY>{{ApiKey}}</APIKEY>
            <SECRETKEY>{{SecretKey}}</SECRETKEY>
            <CONTENT>686868 la ma xac minh dang ky Baotrixemay cua ban</CONTENT>
            <SMSTYPE>2</SMSTYPE>
            <BRANDNAME>Baotrixemay</BRANDNAME>
            <REQUESTID>96accf59-0c41-4bc7-a5c4-4a466c2e41c2</REQUESTID>
            <SENDDATE>2025-01-02 18:00:00</SENDDATE>
            <CALLBACKURL>https://esms.vn/webhook/</CALLBACKURL>
            <CONTACTS>
            <CUSTOMER><PHONE>0901888484</PHONE></CUSTOMER>
            </CONTACTS>
            </RQST>
            """
        );

    [Fact]
    public async Task Each_recipient_is_a_customer() =>
        Assert.Contains(
            "<CONTACTS><CUSTOMER><PHONE>0901888484</PHONE></CUSTOMER><CUSTOMER><PHONE>0909090909</PHONE></CUSTOMER></CONTACTS>",
            (await Send("0901888484", "0909090909").RequestAsync()).Body,
            StringComparison.Ordinal
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
    [InlineData(107, "Each request has at least 30 numbers to be approved")]
    public async Task A_published_refusal_is_an_exception(int code, string message)
    {
        var refusal = await Call.RefusalAsync(
            $$"""{ "CodeResult": "{{code}}", "CountRegenerate": 0, "ErrorMessage": "{{message}}" }""",
            code,
            message
        );

        Assert.Equal((0, null), (refusal.CountRegenerate, refusal.SmsId));
    }

    private static SampleCall<SendCustomerCareXmlResponse> Send(params string[] phones) =>
        new(
            EsmsJsonContext.Default.SendCustomerCareXmlResponse,
            """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d533459ee42b2b9525ba9eabf6a8156" }""",
            (esms, cancellation) =>
                esms.Sms.SendCustomerCareXmlAsync(
                    new SendCustomerCareXmlRequest
                    {
                        Content = "686868 la ma xac minh dang ky Baotrixemay cua ban",
                        Brandname = "Baotrixemay",
                        RequestId = "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                        SendDate = new DateTimeOffset(2025, 1, 2, 18, 0, 0, TimeSpan.FromHours(7)),
                        CallbackUrl = "https://esms.vn/webhook/",
                        Phones = phones,
                    },
                    cancellation
                )
        );
}
