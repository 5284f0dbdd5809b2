namespace Esms.Tests.Samples;

public sealed class GetRatingsTests
{
    internal static readonly SampleCall<GetRatingsResponse> Call = new(
        EsmsJsonContext.Default.GetRatingsResponse,
        """
        {
            "CodeResult": "100",
            "ErrorMessage": "success",
            "Data": [
                {
                    "feedbacks": [
                        "Nhân viên tư vấn nhiệt tình, thái độ vui vẻ, dễ thương",
                        "Chính sách hỗ trợ rõ ràng, đầy đủ và dễ hiểu",
                        "Chất lượng sản phẩm rất tốt",
                        "Giao hàng nhanh",
                        "Dịch vụ chăm sóc rất tốt"
                    ],
                    "msgId": "5dcf84fe1fd8bd85e4ca",
                    "note": "",
                    "rate": 5,
                    "submitDate": "1659750276218",
                    "trackingId": ""
                }
            ],
            "Total": 1
        }
        """,
        static (esms, cancellation) =>
            esms.OfficialAccounts.GetRatingsAsync(
                new GetRatingsRequest
                {
                    OfficialAccountId = "4097311281936189049",
                    TemplateId = "266986",
                    From = new DateTimeOffset(2024, 7, 28, 0, 0, 0, TimeSpan.FromHours(7)),
                    To = new DateTimeOffset(2024, 7, 30, 23, 59, 59, TimeSpan.FromHours(7)),
                    Count = 50,
                },
                cancellation
            )
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/ZNS/GetRating/",
            """
            {
                "ApiKey": "{{ApiKey}}",
                "SecretKey": "{{SecretKey}}",
                "OAID": "4097311281936189049",
                "TemplateID": "266986",
                "FromTime": "2024-07-28 00:00:00",
                "ToTime": "2024-07-30 23:59:59",
                "Offset": "0",
                "Limit": "50"
            }
            """
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal((1, "success"), (answer.TotalCount, answer.ServiceMessage));
        var rating = Assert.Single(answer.Ratings);
        Assert.Equal(
            [
                "Nhân viên tư vấn nhiệt tình, thái độ vui vẻ, dễ thương",
                "Chính sách hỗ trợ rõ ràng, đầy đủ và dễ hiểu",
                "Chất lượng sản phẩm rất tốt",
                "Giao hàng nhanh",
                "Dịch vụ chăm sóc rất tốt",
            ],
            rating.Feedbacks!
        );
        Assert.Equal(("5dcf84fe1fd8bd85e4ca", string.Empty, string.Empty, 5), (rating.MessageId, rating.Note, rating.RequestId, rating.Stars));
        Assert.Equal(new DateTimeOffset(2022, 8, 6, 8, 44, 36, 218, TimeSpan.FromHours(7)), rating.SubmittedAt);
        Assert.Null(rating.UnknownMembers);
    }

    [Fact]
    public async Task The_published_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync("""{ "CodeResult": "101", "ErrorMessage": "Authorize Failed" }""", 101, "Authorize Failed");

        Assert.Equal((null, null), (refusal.Ratings, refusal.TotalCount));
    }
}
