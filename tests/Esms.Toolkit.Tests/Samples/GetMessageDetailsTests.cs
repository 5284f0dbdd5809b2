namespace Esms.Tests.Samples;

public sealed class GetMessageDetailsTests
{
    internal static readonly SampleCall<GetMessageDetailsResponse> Call = new(
        EsmsJsonContext.Default.GetMessageDetailsResponse,
        """
        {
            "CodeResult": "100",
            "ReceiverList": [
                {
                    "IsSent": true,
                    "NetworkName": "Viettel",
                    "Phone": "0901888484",
                    "Retry": 0,
                    "SentResult": true
                }
            ]
        }
        """,
        static (esms, cancellation) => esms.Messages.GetMessageDetailsAsync("434a124c-7818-4f45-bdf2-7f7b07fff210100", cancellation)
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertGet(
            "/MainService.svc/json/GetSmsReceiverStatus_get?ApiKey={{ApiKey}}&SecretKey={{SecretKey}}&RefId=434a124c-7818-4f45-bdf2-7f7b07fff210100"
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var receiver = Assert.Single((await Call.AnswerAsync()).Receivers);

        Assert.Equal(
            (true, "Viettel", "0901888484", 0, true),
            (receiver.IsSent, receiver.NetworkName, receiver.Phone, receiver.Retries, receiver.SentResult)
        );
        Assert.Null(receiver.UnknownMembers);
    }

    [Fact]
    public async Task The_published_refusal_is_an_exception() =>
        await Call.RefusalAsync("""{ "CodeResult": "101", "ErrorMessage": "Authorize Failed" }""", 101, "Authorize Failed");
}
