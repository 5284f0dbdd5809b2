namespace Esms.Tests.Samples;

public sealed class SendMultiChannelOtpTests
{
    internal static readonly SampleCall<SendMultiChannelOtpResponse> Call = Send(
        """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "d533459ee42b2b9525ba9eabf6a8156" }""",
        OtpAction.CreateAndSend
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/SendMessageAutoGenCode_V5",
            """
            {
                 "ApiKey": "{{ApiKey}}",
                 "Phone": "0901888484",
                 "TimeAlive": "2",
                 "SecretKey": "{{SecretKey}}",
                 "MultiChannelTempId": "22575",
                 "TypeId":"2"
            }
            """
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal(("d533459ee42b2b9525ba9eabf6a8156", 0, null), (answer.SmsId, answer.CountRegenerate, answer.ServiceMessage));
    }

    [Fact]
    public async Task The_answer_that_is_published_as_a_refusal_arrives_whole()
    {
        var answer = await Send(
                """{ "CodeResult": "100", "CountRegenerate": 0, "SMSID": "ebe101db-87cd-4285-b97b-6a7a90455ded30" }""",
                OtpAction.CreateAndSend
            )
            .AnswerAsync();

        Assert.Equal(("ebe101db-87cd-4285-b97b-6a7a90455ded30", 0, null), (answer.SmsId, answer.CountRegenerate, answer.ServiceMessage));
    }

    [Fact]
    public async Task A_code_that_is_only_made_needs_no_message_id()
    {
        var call = Send("""{ "CodeResult": "100", "CountRegenerate": 0 }""", OtpAction.Create);

        Assert.Contains("\"TypeId\":\"1\"", (await call.RequestAsync()).Body, StringComparison.Ordinal);
        Assert.Null((await call.AnswerAsync()).SmsId);
    }

    /// <summary>The page has none; this is how the other calls refuse.</summary>
    [Fact]
    public async Task A_refusal_is_an_exception() =>
        await Call.RefusalAsync("""{ "CodeResult": "101", "CountRegenerate": 0, "ErrorMessage": "Authorize Failed" }""", 101, "Authorize Failed");

    private static SampleCall<SendMultiChannelOtpResponse> Send(string answer, OtpAction action) =>
        new(
            EsmsJsonContext.Default.SendMultiChannelOtpResponse,
            answer,
            (esms, cancellation) =>
                esms.Otp.SendMultiChannelOtpAsync(
                    new SendMultiChannelOtpRequest
                    {
                        Phone = "0901888484",
                        TimeAlive = TimeSpan.FromMinutes(2),
                        TemplateId = "22575",
                        Action = action,
                    },
                    cancellation
                )
        );
}
