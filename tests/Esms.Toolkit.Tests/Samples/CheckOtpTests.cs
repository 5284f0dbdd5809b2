using Esms.Tests.Server;

namespace Esms.Tests.Samples;

public sealed class CheckOtpTests
{
    private const string Wrong = """{ "CodeResult": "117", "CountRegenerate": 0, "ErrorMessage": "0901888484, Content: 1NTTJ6 Code Invalid" }""";

    internal static readonly SampleCall<CheckOtpResponse> Call = new(
        EsmsJsonContext.Default.CheckOtpResponse,
        """{ "CodeResult": "100", "CountRegenerate": 0, "ErrorMessage": "0901888484, Content: Success!" }""",
        static (esms, cancellation) => esms.Otp.CheckOtpAsync("0901888484", "686868", cancellation)
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertGet(
            "/MainService.svc/json/CheckCodeGen_V4_get?ApiKey={{ApiKey}}&SecretKey={{SecretKey}}&Phone=0901888484&Code=686868"
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(("0901888484, Content: Success!", 0, null), (answer.ServiceMessage, answer.CountRegenerate, answer.Content));
    }

    [Fact]
    public async Task A_wrong_code_is_an_exception()
    {
        var refusal = await Call.RefusalAsync(Wrong, (int)EsmsResultCode.OneTimeCodeInvalid, "0901888484, Content: 1NTTJ6 Code Invalid");

        Assert.Equal((0, null), (refusal.CountRegenerate, refusal.Content));
    }

    /// <summary>The tables of codes have another one for it than the pages.</summary>
    [Theory]
    [InlineData(Wrong, EsmsResultCode.OneTimeCodeInvalid)]
    [InlineData("""{ "CodeResult": "171", "CountRegenerate": 0 }""", EsmsResultCode.OneTimeCodeUnusable)]
    public async Task A_wrong_code_is_a_result_without_an_exception(string published, EsmsResultCode code)
    {
        await using var server = await LoopbackServer.AnsweringAsync(published);
        using var esms = new EsmsClient(server.Options);

        var result = await esms.Otp.TrySendAsync(
            new CheckOtpRequest { Phone = "0901888484", Code = "1NTTJ6" },
            TestContext.Current.CancellationToken
        );

        Assert.Equal((false, code), (result.IsSuccess, result.Code));
    }

    /// <summary>Documented, and in no published answer.</summary>
    [Fact]
    public async Task The_state_of_the_code_arrives_should_it_be_a_member()
    {
        var call = new SampleCall<CheckOtpResponse>(
            EsmsJsonContext.Default.CheckOtpResponse,
            """{ "CodeResult": "100", "Content": "Success!" }""",
            static (esms, cancellation) => esms.Otp.CheckOtpAsync("0901888484", "686868", cancellation)
        );

        Assert.Equal("Success!", (await call.AnswerAsync()).Content);
    }
}
