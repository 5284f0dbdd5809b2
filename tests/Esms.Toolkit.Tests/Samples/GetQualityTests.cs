namespace Esms.Tests.Samples;

public sealed class GetQualityTests
{
    internal static readonly SampleCall<GetQualityResponse> Call = new(
        EsmsJsonContext.Default.GetQualityResponse,
        """
        {
            "CodeResult": "100",
            "ErrorMessage": "success",
            "Oa7dayQuality": "HIGH",
            "OaCurrentQuality": "MEDIUM"
        }
        """,
        static (esms, cancellation) => esms.OfficialAccounts.GetQualityAsync("4097311281936189049", cancellation)
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/ZNS/GetQuality/",
            """
            {
             "ApiKey": "{{ApiKey}}",
             "SecretKey": "{{SecretKey}}",
             "OAID": "4097311281936189049"
            }
            """
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(("HIGH", "MEDIUM", "success"), (answer.SevenDayQuality, answer.CurrentQuality, answer.ServiceMessage));
    }

    [Fact]
    public async Task The_published_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync("""{ "CodeResult": "101", "ErrorMessage": "Authorize Failed" }""", 101, "Authorize Failed");

        Assert.Equal((null, null), (refusal.SevenDayQuality, refusal.CurrentQuality));
    }
}
