namespace Esms.Tests.Samples;

public sealed class GetDailyQuotaTests
{
    internal static readonly SampleCall<GetDailyQuotaResponse> Call = Ask(
        """
        {
            "CodeResult": "100",
            "ErrorMessage": "success",
            "DailyQuota": 500,
            "RemainingQuota": 500
        }
        """
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/ZNS/GetQuota/",
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

        Assert.Equal((500L, 500L, "success"), (answer.DailyQuota, answer.RemainingQuota, answer.ServiceMessage));
        Assert.Equal((null, null), (answer.DailyPromotionQuota, answer.RemainingDailyPromotionQuota));
        Assert.Equal(
            (null, null, null),
            (answer.MonthlyPromotionQuota, answer.RemainingMonthlyPromotionQuota, answer.EstimatedNextMonthPromotionQuota)
        );
    }

    /// <summary>The Vietnamese edition has the members; the numbers are ours.</summary>
    [Fact]
    public async Task The_quotas_of_after_sales_messages_arrive_whole()
    {
        var call = Ask(
            """
            {
                "CodeResult": "100",
                "ErrorMessage": "success",
                "DailyQuota": 5000,
                "RemainingQuota": 4200,
                "DailyQuotaPromotion": 300,
                "RemainingQuotaPromotion": 280,
                "MonthlyPromotionQuota": 6000,
                "RemainingMonthlyPromotionQuota": 4500,
                "EstimatedNextMonthPromotionQuota": 7000
            }
            """
        );

        var answer = await call.AnswerAsync();

        Assert.Equal((5000L, 4200L), (answer.DailyQuota, answer.RemainingQuota));
        Assert.Equal((300L, 280L), (answer.DailyPromotionQuota, answer.RemainingDailyPromotionQuota));
        Assert.Equal(
            (6000L, 4500L, 7000L),
            (answer.MonthlyPromotionQuota, answer.RemainingMonthlyPromotionQuota, answer.EstimatedNextMonthPromotionQuota)
        );
    }

    [Fact]
    public async Task The_published_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync("""{ "CodeResult": "101", "ErrorMessage": "Authorize Failed" }""", 101, "Authorize Failed");

        Assert.Equal((null, null), (refusal.DailyQuota, refusal.RemainingQuota));
    }

    private static SampleCall<GetDailyQuotaResponse> Ask(string answer) =>
        new(
            EsmsJsonContext.Default.GetDailyQuotaResponse,
            answer,
            static (esms, cancellation) => esms.OfficialAccounts.GetDailyQuotaAsync("4097311281936189049", cancellation)
        );
}
