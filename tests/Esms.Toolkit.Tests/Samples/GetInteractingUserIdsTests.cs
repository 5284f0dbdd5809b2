namespace Esms.Tests.Samples;

public sealed class GetInteractingUserIdsTests
{
    internal static readonly SampleCall<GetInteractingUserIdsResponse> Call = new(
        EsmsJsonContext.Default.GetInteractingUserIdsResponse,
        """
        {
            "CodeResult": "100",
            "Data": {
                "Count": 50,
                "Offset": 0,
                "Total": 4,
                "Users": [
                    "7406454492343693107",
                    "7210831021380318952",
                    "961919545811768483",
                    "6559140676281540092"
                ]
            }
        }
        """,
        static (esms, cancellation) =>
            esms.OfficialAccounts.GetInteractingUserIdsAsync(
                new GetInteractingUserIdsRequest
                {
                    OfficialAccountId = "4097311281936189049",
                    Count = 50,
                    FromDate = new DateTimeOffset(2024, 9, 1, 0, 0, 0, TimeSpan.FromHours(7)),
                    ToDate = new DateTimeOffset(2024, 10, 13, 0, 0, 0, TimeSpan.FromHours(7)),
                },
                cancellation
            )
    );

    /// <summary>But for two empty texts, which mean all, as their absence does.</summary>
    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/QueryListUID/",
            """
            {
                "ApiKey": "{{ApiKey}}",
                "SecretKey": "{{SecretKey}}",
                "OAID": "4097311281936189049",
                "Offset": 0,
                "Count": 50,
                "FromDate": "01/09/2024",
                "ToDate": "13/10/2024"
            }
            """
        );

    [Fact]
    public async Task Users_are_filtered_by_texts()
    {
        var call = new SampleCall<GetInteractingUserIdsResponse>(
            EsmsJsonContext.Default.GetInteractingUserIdsResponse,
            "{}",
            static (esms, cancellation) =>
                esms.OfficialAccounts.GetInteractingUserIdsAsync(
                    new GetInteractingUserIdsRequest
                    {
                        OfficialAccountId = "4097311281936189049",
                        Offset = 9950,
                        Count = 50,
                        FromDate = new DateTimeOffset(2024, 9, 1, 0, 0, 0, TimeSpan.FromHours(7)),
                        ToDate = new DateTimeOffset(2024, 10, 13, 0, 0, 0, TimeSpan.FromHours(7)),
                        IsFollower = true,
                        TagName = "Khách hàng mới",
                    },
                    cancellation
                )
        );

        (await call.RequestAsync()).AssertJson(
            "/MainService.svc/json/QueryListUID/",
            """
            {
                "ApiKey": "{{ApiKey}}",
                "SecretKey": "{{SecretKey}}",
                "OAID": "4097311281936189049",
                "Offset": 9950,
                "Count": 50,
                "FromDate": "01/09/2024",
                "ToDate": "13/10/2024",
                "IsFollower": "1",
                "TagName": "Khách hàng mới"
            }
            """
        );
    }

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Null(answer.ServiceMessage);
        Assert.Equal((50, 0, 4), (answer.Part.Count, answer.Part.Offset, answer.Part.TotalCount));
        Assert.Equal(["7406454492343693107", "7210831021380318952", "961919545811768483", "6559140676281540092"], answer.Part.UserIds);
        Assert.Null(answer.Part.UnknownMembers);
    }

    [Theory]
    [InlineData(101, "Authorize Failed")]
    [InlineData(161, "FromDate is invalid date format.")]
    [InlineData(161, "ToDate is invalid date format.")]
    [InlineData(162, "Count is invalid.")]
    public async Task The_published_refusals_are_exceptions(int code, string message)
    {
        var refusal = await Call.RefusalAsync($$"""{ "CodeResult": "{{code}}", "ErrorMessage": "{{message}}" }""", code, message);

        Assert.Null(refusal.Part);
    }
}
