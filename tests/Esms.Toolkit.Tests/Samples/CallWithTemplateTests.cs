namespace Esms.Tests.Samples;

public sealed class CallWithTemplateTests
{
    internal static readonly SampleCall<CallWithTemplateResponse> Call = new(
        EsmsJsonContext.Default.CallWithTemplateResponse,
        """{ "CodeResult": "100", "SMSID": "8eb2af6d-fb4c4814-b9cc-4c0e3ed32edf " }""",
        static (esms, cancellation) =>
            esms.Voice.CallWithTemplateAsync(
                new CallWithTemplateRequest
                {
                    TemplateId = "2048",
                    Phone = "0901888484",
                    Variables = "khách hàng||686868",
                    SendDate = new DateTimeOffset(2025, 1, 2, 18, 0, 0, TimeSpan.FromHours(7)),
                    Voice = "hatieumai",
                    Speed = VoiceSpeed.Slow,
                    CallbackUrl = "https://esms.vn/webhook/",
                    RequestId = "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                },
                cancellation
            )
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertGet(
            "/MainService.svc/json/MakeCallTemplate_V2?ApiKey={{ApiKey}}&SecretKey={{SecretKey}}&TemplateId=2048&Phone=0901888484"
                + "&VariableListStr=kh%C3%A1ch%20h%C3%A0ng%7C%7C686868&SendDate=2025%2F01%2F02%2018%3A00%3A00&Voice=hatieumai&Speed=-1"
                + "&CallbackUrl=https%3A%2F%2Fesms.vn%2Fwebhook%2F&RequestId=96accf59-0c41-4bc7-a5c4-4a466c2e41c2"
        );

    /// <summary>The blank at the end of the id is published, so it is kept.</summary>
    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(("8eb2af6d-fb4c4814-b9cc-4c0e3ed32edf ", null), (answer.SmsId, answer.ServiceMessage));
    }

    [Fact]
    public async Task The_published_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync("""{ "CodeResult": "101", "ErrorMessage": "Authorize Failed" }""", 101, "Authorize Failed");

        Assert.Null(refusal.SmsId);
    }
}
