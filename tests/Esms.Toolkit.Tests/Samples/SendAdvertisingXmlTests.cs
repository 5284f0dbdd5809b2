#pragma warning disable CS0618 // Deprecated, and it has to work for as long as it is there.

using System.Globalization;

namespace Esms.Tests.Samples;

public sealed class SendAdvertisingXmlTests
{
    internal static readonly SampleCall<SendAdvertisingXmlResponse> Call = new(
        EsmsJsonContext.Default.SendAdvertisingXmlResponse,
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d533459ee42b2b9525ba9eabf6a8156" }""",
        static (esms, cancellation) =>
            esms.Sms.SendAdvertisingXmlAsync(
                new SendAdvertisingXmlRequest
                {
                    Content = "Baotrixemay giam 20% phi bao duong trong thang 8. Tu choi soan TC gui 0901888484",
                    RequestId = "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                    CampaignId = "khuyến mãi",
                    Brandname = "QC_ONLINE",
                    Phones = Phones(30),
                },
                cancellation
            )
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertXml(
            "/MainService.svc/json/SendMultipleSMSBrandname",
            $$$"""
            <RQST>
            <APIKEY>{{ApiKey}}</APIKEY>
            <SECRETKEY>{{SecretKey}}</SECRETKEY>
            <CONTENT>Baotrixemay giam 20% phi bao duong trong thang 8. Tu choi soan TC gui 0901888484</CONTENT>
            <SMSTYPE>1</SMSTYPE>
            <REQUESTID>96accf59-0c41-4bc7-a5c4-4a466c2e41c2</REQUESTID>
            <CAMPAIGNID>khuyến mãi</CAMPAIGNID>
            <BRANDNAME>QC_ONLINE</BRANDNAME>
            <CONTACTS>
            {{{string.Concat(Phones(30).Select(static phone => $"<CUSTOMER><PHONE>{phone}</PHONE></CUSTOMER>"))}}}
            </CONTACTS>
            </RQST>
            """
        );

    [Fact]
    public async Task Fewer_numbers_than_the_service_takes_are_not_sent()
    {
        using var esms = new EsmsClient(new EsmsOptions { ApiKey = "k", SecretKey = "s" });
        var request = new SendAdvertisingXmlRequest
        {
            Brandname = "QC_ONLINE",
            Content = "Giam gia",
            Phones = Phones(29),
        };

        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            esms.Sms.SendAdvertisingXmlAsync(request, TestContext.Current.CancellationToken)
        );

        Assert.Equal("Phones", exception.ParamName);
    }

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(("d533459ee42b2b9525ba9eabf6a8156", 0, null), (answer.SmsId, answer.CountRegenerate, answer.ServiceMessage));
    }

    [Theory]
    [InlineData(104, "Brand name code is not exist")]
    [InlineData(107, "Each request has at least 30 numbers to be approved")]
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

    private static string[] Phones(int count) =>
        [.. Enumerable.Range(900_000_001, count).Select(static number => number.ToString("D10", CultureInfo.InvariantCulture))];
}
