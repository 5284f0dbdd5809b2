using Esms.Tests.Server;

namespace Esms.Tests.Samples;

/// <summary>What else this call must do is in the folder Calls.</summary>
public sealed class GetSendStatusTests
{
    internal static readonly SampleCall<GetSendStatusResponse> Call = new(
        EsmsJsonContext.Default.GetSendStatusResponse,
        Answers.Finished,
        static (esms, cancellation) => esms.Messages.GetSendStatusAsync(Answers.SmsId, cancellation)
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertGet(
            $"/MainService.svc/json/GetSendStatus?RefId={Answers.SmsId}&ApiKey={{{{ApiKey}}}}&SecretKey={{{{SecretKey}}}}"
        );

    [Fact]
    public async Task The_published_answer_arrives_whole() => await Call.AnswerAsync();
}
