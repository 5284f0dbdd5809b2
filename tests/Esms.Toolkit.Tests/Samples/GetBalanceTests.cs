namespace Esms.Tests.Samples;

public sealed class GetBalanceTests
{
    internal static readonly SampleCall<GetBalanceResponse> Call = new(
        EsmsJsonContext.Default.GetBalanceResponse,
        """{ "Balance": 36693, "CodeResponse": "100", "UserID": 9999 }""",
        static (esms, cancellation) => esms.Account.GetBalanceAsync(cancellation)
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/GetBalance_json",
            """{ "ApiKey": "{{ApiKey}}", "SecretKey": "{{SecretKey}}" }"""
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal((36693m, 9999, null), (answer.Balance, answer.UserId, answer.ServiceMessage));
    }

    [Fact]
    public async Task The_published_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync(
            """{ "Balance": 0, "CodeResponse": "101", "ErrorMessage": "Authorize Failed" }""",
            101,
            "Authorize Failed"
        );

        Assert.Equal((0m, null), (refusal.Balance, refusal.UserId));
    }
}
