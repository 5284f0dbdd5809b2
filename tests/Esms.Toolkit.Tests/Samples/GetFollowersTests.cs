namespace Esms.Tests.Samples;

public sealed class GetFollowersTests
{
    internal static readonly SampleCall<GetFollowersResponse> Call = new(
        EsmsJsonContext.Default.GetFollowersResponse,
        // Repaired: there is a letter behind a brace where it is published.
        """
        {
            "CodeResult": "100",
            "ErrorMessage": "success",
            "Followers": [
                {
                    "User_Id": "7800378501923859642"
                },
                {
                    "User_Id": "4176617840488517388"
                },
                {
                    "User_Id": "7000997455428487634"
                },
                {
                    "User_Id": "5889364632581220929"
                }
            ],
            "Total": 208
        }
        """,
        static (esms, cancellation) =>
            esms.OfficialAccounts.GetFollowersAsync(new GetFollowersRequest { OfficialAccountId = "4097311281936189049", Count = 4 }, cancellation)
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/ZNS/GetFollowers/",
            """
            {
             "ApiKey":"{{ApiKey}}",
             "SecretKey":"{{SecretKey}}",
             "OAID":"4097311281936189049",
             "Offset": 0,
             "Count": 4
            }
            """
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal((208, "success"), (answer.TotalCount, answer.ServiceMessage));
        Assert.Equal(
            ["7800378501923859642", "4176617840488517388", "7000997455428487634", "5889364632581220929"],
            answer.Followers.Select(static follower => follower.UserId)
        );
        Assert.All(answer.Followers, static follower => Assert.Null(follower.UnknownMembers));
    }

    [Fact]
    public async Task The_published_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync("""{ "CodeResult": "101", "ErrorMessage": "Authorize Failed" }""", 101, "Authorize Failed");

        Assert.Equal((null, null), (refusal.Followers, refusal.TotalCount));
    }
}
