namespace Esms.Tests.Samples;

public sealed class EstimateCustomerCarePriceTests
{
    internal static readonly SampleCall<EstimateCustomerCarePriceResponse> Call = Estimate(isUnicode: null);

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertGet(
            "/MainService.svc/json/SummaryMultipleMessage_V4_get?Phone=0901888484&Content=686868%20la%20ma%20xac%20minh%20dang%20ky%20Baotrixemay%20cua%20ban"
                + "&ApiKey={{ApiKey}}&SecretKey={{SecretKey}}&SmsType=2&BrandName=Baotrixemay"
        );

    [Fact]
    public async Task Whether_the_text_has_marks_is_sent_too() =>
        Assert.EndsWith(
            "&SmsType=2&BrandName=Baotrixemay&IsUnicode=1",
            (await Estimate(isUnicode: true).RequestAsync()).Target,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal((850m, 1, "success"), (answer.TotalPrice, answer.TotalReceivers, answer.ServiceMessage));
    }

    /// <summary>Of the refusal of wrong keys the facts keep the text only: it ends with a full stop.</summary>
    [Theory]
    [InlineData(104, "Brand name code is not exist")]
    [InlineData(101, "Authorize Failed.")]
    public async Task A_published_refusal_is_an_exception(int code, string message)
    {
        var refusal = await Call.RefusalAsync($$"""{ "CodeResult": "{{code}}", "ErrorMessage": "{{message}}" }""", code, message);

        Assert.Equal((null, null), (refusal.TotalPrice, refusal.TotalReceivers));
    }

    private static SampleCall<EstimateCustomerCarePriceResponse> Estimate(bool? isUnicode) =>
        new(
            EsmsJsonContext.Default.EstimateCustomerCarePriceResponse,
            """{ "CodeResult": "100", "ErrorMessage": "success", "TotalPrice": 850, "TotalReceiver": 1 }""",
            (esms, cancellation) =>
                esms.Account.EstimateCustomerCarePriceAsync(
                    new EstimateCustomerCarePriceRequest
                    {
                        Phone = "0901888484",
                        Content = "686868 la ma xac minh dang ky Baotrixemay cua ban",
                        Brandname = "Baotrixemay",
                        IsUnicode = isUnicode,
                    },
                    cancellation
                )
        );
}
