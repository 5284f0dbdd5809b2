using System.Text.Json.Nodes;

namespace Esms.Cli.Tests.Import;

/// <summary>Whether an imported call may be repeated. To take a send for a read is the dear mistake: the message goes out twice.</summary>
public sealed class RepeatImportTests : SecretImport
{
    [Theory]
    [InlineData("GetAndSend")]
    [InlineData("GetOtpAndSend")]
    [InlineData("QueryAndTopup")]
    [InlineData("GetTopUp")]
    [InlineData("get_and_send")]
    [InlineData("Get_and_sendsms")]
    [InlineData("GET_AND_SEND")]
    [InlineData("GETANDSEND")]
    [InlineData("GetAndSendStatus")]
    [InlineData("ListThenDelete")]
    [InlineData("FindOrCreate")]
    [InlineData("GetVaGui")]
    [InlineData("GetNapTien")]
    [InlineData("Query_huy")]
    [InlineData("GetOtp")]
    [InlineData("EstimateAndCharge")]
    [InlineData("GetThing?action=send")]
    [InlineData("GetThing?Cmd=SendSms")]
    public void A_word_of_doing_anywhere_in_the_address_makes_a_repeat_unsafe(string operation) => Assert.Equal("never", RepeatOf(operation));

    [Theory]
    [InlineData("GetSendStatus")]
    [InlineData("GetCallHistory")]
    [InlineData("GetSenderList")]
    [InlineData("GetCreatedDate")]
    [InlineData("GetSmsReceiverStatus_get")]
    [InlineData("SummaryZaloMessage_V4_post_json")]
    [InlineData("GetThing?type=sms")]
    public void A_read_that_tells_of_what_was_done_stays_a_read(string operation) => Assert.Equal("safe", RepeatOf(operation));

    private string? RepeatOf(string operation)
    {
        var (_, contract, told) = Import($$"""curl -X POST 'https://rest.esms.vn/MainService.svc/json/{{operation}}' -d '{"Name":"a b"}'""");

        Assert.NotEqual(("", operation), (contract, told));
        return (string?)JsonNode.Parse(contract)!["repeat"];
    }
}
