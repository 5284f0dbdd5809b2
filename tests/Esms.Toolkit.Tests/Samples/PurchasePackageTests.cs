namespace Esms.Tests.Samples;

public sealed class PurchasePackageTests
{
    private const string Published =
        """{ "CodeResult": "100", "ErrorMessage": "ViHAT is censoring trademark ownership", "ServicePreviewId": 52330 }""";

    internal static readonly SampleCall<PurchasePackageResponse> Call = new(
        EsmsJsonContext.Default.PurchasePackageResponse,
        Published,
        static (esms, cancellation) =>
            esms.OfficialAccounts.PurchasePackageAsync(
                new PurchasePackageRequest
                {
                    ActivationDate = new DateTimeOffset(2025, 1, 2, 0, 0, 0, TimeSpan.FromHours(7)),
                    Duration = "12",
                    OfficialAccountId = "4097311281936189049",
                    Package = OfficialAccountPackage.Advanced,
                },
                cancellation
            ),
        // Ids are texts for the user of the library.
        writtenBack: Published.Replace("52330", "\"52330\"", StringComparison.Ordinal)
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/RegisOAPackageJson/",
            """
            {
                "ApiKey":"{{ApiKey}}",
                "SecretKey":"{{SecretKey}}",
                "Dateactive":"2025-01-02",
                "Duaration":"12",
                "OAID":"4097311281936189049",
                "Package":2
            }
            """
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(("52330", "ViHAT is censoring trademark ownership"), (answer.RegistrationId, answer.ServiceMessage));
    }

    /// <summary>The page has none; this is how its neighbours refuse.</summary>
    [Fact]
    public async Task A_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync("""{ "CodeResult": "101", "ErrorMessage": "Authorize Failed" }""", 101, "Authorize Failed");

        Assert.Null(refusal.RegistrationId);
    }
}
