#pragma warning disable CS0618 // Deprecated, and it has to work for as long as it is there.

namespace Esms.Tests.Samples;

public sealed class GetBalanceGetTests
{
    internal static readonly SampleCall<GetBalanceGetResponse> Call = new(
        EsmsJsonContext.Default.GetBalanceGetResponse,
        """{ "Balance": 36693, "CodeResponse": "100", "UserID": 9999 }""",
        static (esms, cancellation) => esms.Account.GetBalanceGetAsync(cancellation)
    );

    [Fact]
    public async Task The_keys_are_in_the_path() =>
        (await Call.RequestAsync()).AssertGet("/MainService.svc/json/GetBalance/{{ApiKey}}/{{SecretKey}}");

    [Fact]
    public async Task The_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal((36693m, 9999, null), (answer.Balance, answer.UserId, answer.ServiceMessage));
    }

    [Fact]
    public async Task A_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync(
            """{ "Balance": 0, "CodeResponse": "101", "ErrorMessage": "Authorize Failed" }""",
            101,
            "Authorize Failed"
        );

        Assert.Null(refusal.UserId);
    }
}
