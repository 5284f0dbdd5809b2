using System.Globalization;

namespace Esms.Tests.Samples;

public sealed class EstimateAdvertisingPriceTests
{
    internal static readonly SampleCall<EstimateAdvertisingPriceResponse> Call = new(
        EsmsJsonContext.Default.EstimateAdvertisingPriceResponse,
        """{ "CodeResult": "100", "ErrorMessage": "success", "TotalPrice": 1691300.0000, "TotalReceiver": 2997 }""",
        static (esms, cancellation) =>
            esms.Account.EstimateAdvertisingPriceAsync(
                "Baotrixemay giam 20% phi bao duong trong thang 8. Tu choi soan TC gui 0901888484",
                "QC_ONLINE",
                ["0901888484", "0900000001", "0900000002", "0900000003", "0900000004", "0900000005"],
                cancellation
            )
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertXml(
            "/MainService.svc/json/SummaryMultipleSMSBrandname/",
            """
            <RQST>
            <APIKEY>{{ApiKey}}</APIKEY>
            <SECRETKEY>{{SecretKey}}</SECRETKEY>
            <CONTENT>Baotrixemay giam 20% phi bao duong trong thang 8. Tu choi soan TC gui 0901888484</CONTENT>
            <SMSTYPE>1</SMSTYPE>
            <BRANDNAME>QC_ONLINE</BRANDNAME>
            <CONTACTS>
            <CUSTOMER><PHONE>0901888484</PHONE></CUSTOMER>
            <CUSTOMER><PHONE>0900000001</PHONE></CUSTOMER>
            <CUSTOMER><PHONE>0900000002</PHONE></CUSTOMER>
            <CUSTOMER><PHONE>0900000003</PHONE></CUSTOMER>
            <CUSTOMER><PHONE>0900000004</PHONE></CUSTOMER>
            <CUSTOMER><PHONE>0900000005</PHONE></CUSTOMER>
            </CONTACTS>
            </RQST>
            """
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(("1691300.0000", 2997), (answer.TotalPrice?.ToString(CultureInfo.InvariantCulture), answer.TotalReceivers));
        Assert.Equal(("success", null), (answer.ServiceMessage, answer.CountRegenerate));
    }

    [Fact]
    public async Task The_published_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync(
            """{ "CodeResult": "101", "CountRegenerate": 0, "ErrorMessage": "Authorize Failed" }""",
            101,
            "Authorize Failed"
        );

        Assert.Equal((0, null, null), (refusal.CountRegenerate, refusal.TotalPrice, refusal.TotalReceivers));
    }
}
