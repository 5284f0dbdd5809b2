namespace Esms.Tests.Samples;

public sealed class GetCallStatusTests
{
    internal static readonly SampleCall<GetCallStatusResponse> Call = new(
        EsmsJsonContext.Default.GetCallStatusResponse,
        """
        {
            "CallDuration": 13,
            "CallStatus": "ANSWERED",
            "CodeResponse": "100",
            "Ivr": "",
            "ReferenceId": "505139D7-54F8-48A9-88FA-9460A78731DD",
            "SendStatus": 5,
            "SentResult": 1
        }
        """,
        static (esms, cancellation) => esms.Voice.GetCallStatusAsync("505139D7-54F8-48A9-88FA-9460A78731DD", cancellation)
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertGet(
            "/MainService.svc/json/GetSendStatus?ApiKey={{ApiKey}}&SecretKey={{SecretKey}}&ReferenceId=505139D7-54F8-48A9-88FA-9460A78731DD"
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var answer = await Call.AnswerAsync();

        Assert.Equal((13, "ANSWERED", string.Empty), (answer.CallDuration, answer.CallStatus, answer.PressedKey));
        Assert.Equal(("505139D7-54F8-48A9-88FA-9460A78731DD", SendStatus.Finished, true), (answer.SmsId, answer.SendStatus, answer.SentResult));
        Assert.Equal((null, null), (answer.CountRegenerate, answer.ServiceMessage));
    }

    [Fact]
    public async Task The_published_refusal_has_its_code_at_another_place()
    {
        var refusal = await Call.RefusalAsync(
            """{ "CodeResult": "101", "CountRegenerate": 0, "ErrorMessage": "Authorize Failed" }""",
            101,
            "Authorize Failed"
        );

        Assert.Equal((0, null, null), (refusal.CountRegenerate, refusal.CallDuration, refusal.SmsId));
    }
}
