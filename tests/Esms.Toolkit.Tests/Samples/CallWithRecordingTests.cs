namespace Esms.Tests.Samples;

public sealed class CallWithRecordingTests
{
    internal static readonly SampleCall<CallWithRecordingResponse> Call = new(
        EsmsJsonContext.Default.CallWithRecordingResponse,
        """{ "CodeResult": "100", "SMSID": "8eb2af6d-fb4c4814-b9cc-4c0e3ed32edf " }""",
        static (esms, cancellation) =>
            esms.Voice.CallWithRecordingAsync(
                new CallWithRecordingRequest
                {
                    RecordingId = "1024",
                    Phone = "0901888484",
                    SendDate = new DateTimeOffset(2025, 1, 2, 18, 0, 0, TimeSpan.FromHours(7)),
                    ForwardPhone = "0900000001",
                    MaxRepeats = 2,
                    MaxRetries = 3,
                    ForwardKey = "1",
                    KeyTimeout = 5,
                    RetryInterval = TimeSpan.FromMinutes(1),
                    CallbackUrl = "https://esms.vn/webhook/",
                    RequestId = "96accf59-0c41-4bc7-a5c4-4a466c2e41c2",
                },
                cancellation
            )
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertGet(
            "/MainService.svc/json/MakeCallRecord_V2?ApiKey={{ApiKey}}&SecretKey={{SecretKey}}&TemplateId=1024&Phone=0901888484"
                + "&SendDate=2025%2F01%2F02%2018%3A00%3A00&NumberForward=0900000001&MaxRepeat=2&MaxRetry=3&Ivr=1&TimeWaitToIvr=5&WaitRetry=60"
                + "&CallbackUrl=https%3A%2F%2Fesms.vn%2Fwebhook%2F&RequestID=96accf59-0c41-4bc7-a5c4-4a466c2e41c2"
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

    [Fact]
    public async Task A_call_is_forwarded_by_one_key()
    {
        using var esms = new EsmsClient(new EsmsOptions { ApiKey = "k", SecretKey = "s" });

        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            esms.Voice.CallWithRecordingAsync(
                new CallWithRecordingRequest
                {
                    RecordingId = "1024",
                    Phone = "0901888484",
                    ForwardKey = "10",
                },
                TestContext.Current.CancellationToken
            )
        );

        Assert.Equal("ForwardKey", exception.ParamName);
    }
}
