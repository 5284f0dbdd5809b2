namespace Esms.Tests.Samples;

public sealed class GetOfficialAccountsTests
{
    internal static readonly SampleCall<GetOfficialAccountsResponse> Call = new(
        EsmsJsonContext.Default.GetOfficialAccountsResponse,
        """
        {
            "CodeResult": "100",
            "ErrorMessage": "success",
            "ZOAList": [
                {
                    "OAID": "745830328927467685",
                    "OAName": "Hệ thống ESMS Marketing"
                },
                {
                    "OAID": "4097311281936189049",
                    "OAName": "SVoucher"
                }
            ]
        }
        """,
        static (esms, cancellation) => esms.OfficialAccounts.GetOfficialAccountsAsync(cancellation)
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/ZNS/GetListZOA/",
            """
            {
             "ApiKey":"{{ApiKey}}",
             "SecretKey":"{{SecretKey}}"
            }
            """
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal("success", answer.ServiceMessage);
        Assert.Equal(
            [("745830328927467685", "Hệ thống ESMS Marketing"), ("4097311281936189049", "SVoucher")],
            answer.OfficialAccounts.Select(static account => (account.OfficialAccountId, account.Name))
        );
        Assert.All(answer.OfficialAccounts, static account => Assert.Null(account.UnknownMembers));
    }

    [Fact]
    public async Task The_published_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync("""{ "CodeResult": "101", "ErrorMessage": "Authorize Failed." }""", 101, "Authorize Failed.");

        Assert.Null(refusal.OfficialAccounts);
    }
}
