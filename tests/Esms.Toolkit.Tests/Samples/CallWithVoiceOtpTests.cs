namespace Esms.Tests.Samples;

public sealed class CallWithVoiceOtpTests
{
    internal static readonly SampleCall<CallWithVoiceOtpResponse> Call = new(
        EsmsJsonContext.Default.CallWithVoiceOtpResponse,
        """{ "CodeResult": "100", "SMSID": "8eb2af6d-fb4c4814-b9cc-4c0e3ed32edf" }""",
        static (esms, cancellation) =>
            esms.Voice.CallWithVoiceOtpAsync(
                new CallWithVoiceOtpRequest
                {
                    Phone = "0901888484",
                    Code = "686868",
                    Speed = VoiceSpeed.Slow,
                    Voice = "hatieumai",
                },
                cancellation
            )
    );

    [Fact]
    public async Task The_request_is_the_one_of_the_vendors_samples() =>
        (await Call.RequestAsync()).AssertGet(
            "/MainService.svc/json/VoiceOTP?Phone=0901888484&ApiKey={{ApiKey}}&SecretKey={{SecretKey}}&Code=686868&Speed=-1&Voice=hatieumai"
        );

    [Fact]
    public async Task What_is_not_given_is_left_out()
    {
        var call = new SampleCall<CallWithVoiceOtpResponse>(
            EsmsJsonContext.Default.CallWithVoiceOtpResponse,
            "{}",
            static (esms, cancellation) =>
                esms.Voice.CallWithVoiceOtpAsync(new CallWithVoiceOtpRequest { Phone = "0901888484", Code = "1 & 2" }, cancellation)
        );

        (await call.RequestAsync()).AssertGet(
            "/MainService.svc/json/VoiceOTP?Phone=0901888484&ApiKey={{ApiKey}}&SecretKey={{SecretKey}}&Code=1%20%26%202"
        );
    }

    [Fact]
    public async Task The_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(("8eb2af6d-fb4c4814-b9cc-4c0e3ed32edf", null), (answer.SmsId, answer.ServiceMessage));
    }

    [Fact]
    public async Task A_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync("""{ "CodeResult": "101", "ErrorMessage": "Authorize Failed" }""", 101, "Authorize Failed");

        Assert.Null(refusal.SmsId);
    }
}
