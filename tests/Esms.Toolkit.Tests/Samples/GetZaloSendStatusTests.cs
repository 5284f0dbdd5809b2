using System.Globalization;
using System.Text.Json;
using Esms.Tests.Server;

namespace Esms.Tests.Samples;

public sealed class GetZaloSendStatusTests
{
    private const string Published = """
        {
            "CodeResult": "100",
            "Data": {
                "ErrorInfo": "0",
                "FinalStatus": "1",
                "SMSID": "59e0c764219c49119063db4468f257fb221",
                "SendFailed": 0,
                "SendStatus": 5,
                "SendSuccess": 1,
                "TotalPrice": 330.0,
                "TotalReceiver": 1,
                "TotalSent": 1,
                "ZaloMsgId": "6dc7499c9ef6baaee3e1"
            }
        }
        """;

    internal static readonly SampleCall<GetZaloSendStatusResponse> Call = new(
        EsmsJsonContext.Default.GetZaloSendStatusResponse,
        Published,
        static (esms, cancellation) =>
            esms.Messages.GetZaloSendStatusAsync("59e0c764219c49119063db4468f257fb221", MessageType.ZaloNormal, cancellation)
    );

    [Fact]
    public async Task The_request_is_the_published_one() =>
        (await Call.RequestAsync()).AssertJson(
            "/MainService.svc/json/QueryZnsStatus/",
            """
            {
                "ApiKey": "{{ApiKey}}",
                "SecretKey": "{{SecretKey}}",
                "SmsId": "59e0c764219c49119063db4468f257fb221",
                "SmsType": "25"
            }
            """
        );

    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var status = (await Call.AnswerAsync()).Status;

        Assert.Equal((ZaloSendOutcome.Delivered, true, SendStatus.Finished), (status.Outcome, status.IsFinal, status.SendStatus));
        Assert.Equal(("59e0c764219c49119063db4468f257fb221", "6dc7499c9ef6baaee3e1"), (status.SmsId, status.ZaloMessageId));
        Assert.Equal((0, 1, 1, 1), (status.SendFailed, status.SendSuccess, status.TotalReceivers, status.TotalSent));
        Assert.Equal("330.0", status.TotalPrice?.ToString(CultureInfo.InvariantCulture));
        Assert.Null(status.UnknownMembers);
    }

    /// <summary>The table tells of them; the page shows a message that has arrived only.</summary>
    [Theory]
    [InlineData("null", null)]
    [InlineData("\"null\"", null)]
    [InlineData("\"1001\"", ZaloSendOutcome.RecipientOffline)]
    [InlineData("\"-114\"", (ZaloSendOutcome)(-114))]
    public void Other_outcomes_are_read_too(string wire, ZaloSendOutcome? outcome)
    {
        var answer = JsonSerializer.Deserialize(
            Published.Replace("\"ErrorInfo\": \"0\"", $"\"ErrorInfo\": {wire}", StringComparison.Ordinal),
            EsmsJsonContext.Default.GetZaloSendStatusResponse
        )!;

        Assert.Equal(outcome, answer.Status.Outcome);
    }

    /// <summary>The page has none; this is the shape of all others.</summary>
    [Fact]
    public async Task A_refusal_is_an_exception()
    {
        var refusal = await Call.RefusalAsync("""{ "CodeResult": "854", "ErrorMessage": "No data" }""", 854, "No data");

        Assert.Null(refusal.Status);
    }

    /// <summary>Where the text "null" means nothing, the text is compared before it is read.</summary>
    [Fact]
    public async Task Half_a_character_costs_no_more_than_its_member()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Published.Replace("\"0\"", "\"nul\\ud800\"", StringComparison.Ordinal));
        using var esms = new EsmsClient(server.Options);

        var status = (await esms.Messages.GetZaloSendStatusAsync("1", MessageType.ZaloNormal, TestContext.Current.CancellationToken)).Status;

        Assert.Equal((null, "\"nul\\ud800\""), (status.Outcome, status.UnknownMembers!["ErrorInfo"]));
        Assert.Equal(SendStatus.Finished, status.SendStatus);
    }
}
