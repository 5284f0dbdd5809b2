using System.Globalization;

namespace Esms.Tests.Samples;

public sealed class EstimateZaloPriceTests
{
    internal static readonly SampleCall<EstimateZaloPriceResponse> Call = new(
        EsmsJsonContext.Default.EstimateZaloPriceResponse,
        """{ "CodeResult": "100", "ErrorMessage": "success", "TotalPrice": 660.0000, "TotalReceiver": 1 }""",
        static (esms, cancellation) =>
            esms.Account.EstimateZaloPriceAsync(
                new EstimateZaloPriceRequest
                {
                    Phone = "0901888484",
                    Params = ["Anh", "2506007899", "02/05/2024", "360.000"],
                    TemplateId = "200975",
                    OfficialAccountId = "4097311281936189049",
                },
                cancellation
            )
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/SummaryZaloMessage_V4_post_json/",
            """
            {
                "ApiKey": "{{ApiKey}}",
                "SecretKey": "{{SecretKey}}",
                "Phone": "0901888484",
                "Params": [
                    "Anh",
                    "2506007899",
                    "02/05/2024",
                    "360.000"
                ],
                "TempID": "200975",
                "OAID": "4097311281936189049"
            }
            """
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(
            ("660.0000", 1, "success"),
            (answer.TotalPrice?.ToString(CultureInfo.InvariantCulture), answer.TotalReceivers, answer.ServiceMessage)
        );
    }

    [Fact]
    public async Task The_published_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync("""{ "CodeResult": "101", "ErrorMessage": "Authorize Failed" }""", 101, "Authorize Failed");

        Assert.Equal((null, null), (refusal.TotalPrice, refusal.TotalReceivers));
    }
}
