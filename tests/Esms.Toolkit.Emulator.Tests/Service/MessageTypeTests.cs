using Esms.Emulator.Tests.Harness;

namespace Esms.Emulator.Tests.Service;

/// <summary>Several operations have one address; there the type of message decides, and neither quotes nor other fields do.</summary>
public sealed class MessageTypeTests
{
    private const string Send = "SendMultipleMessage_V4_post_json/";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\"8\"", "\"0\"", "\"0\"")]
    [InlineData("\"8\"", "0", "0")]
    [InlineData("8", "0", "\"0\"")]
    [InlineData("8", "\"1\"", "0")]
    [InlineData("\"8\"", "false", "false")]
    [InlineData("8", "true", "0")]
    [InlineData("\"8\"", "\"false\"", "\"0\"")]
    [InlineData("\"8\"", "null", "null")]
    public async Task Type_8_is_an_sms_from_a_fixed_number_however_its_numbers_are_quoted(string type, string unicode, string isTrial)
    {
        await using var desk = await Desk.StartAsync();

        using var answer = await RawCall.SendAsync(
            desk.Esms,
            Send,
            $$"""
            { "SmsType": {{type}}, "Phone": "0901888484", "Content": "1234 la ma cua ban", "IsUnicode": {{unicode}}, "Sandbox": {{isTrial}},
              "RequestId": "r1", "CallbackUrl": "{{desk.Receiver.Url}}" }
            """
        );
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        var callback = DeliveryCallback.Parse(Assert.Single(desk.Receiver.Queries));

        Assert.Equal("SendFixedNumber", answer.Said("Operation"));
        var message = desk.Esms.Messages.Single();
        Assert.Equal((EmulatedChannel.Sms, 8), (message.Channel, message.Type));
        Assert.Equal((message.Id, "r1", MessageType.FixedNumber), (callback.SmsId, callback.RequestId, callback.MessageType));
    }

    [Fact]
    public async Task The_call_with_a_code_of_the_documentation_is_that_sms_too()
    {
        await using var desk = await Desk.StartAsync();
        var before = await desk.BalanceAsync();

        var sent = await desk.Client.Voice.CallWithOtpAsync(
            new()
            {
                Phone = "0901888484",
                Content = "Ma xac minh cua ban la 686868",
                IsUnicode = false,
                CallbackUrl = desk.Receiver.Url,
                RequestId = "r1",
            },
            Cancellation
        );
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(EmulatedChannel.Sms, desk.Esms.Messages.Single().Channel);
        Assert.Equal((sent.SmsId, "r1"), (Callback(desk).SmsId, Callback(desk).RequestId));
        Assert.Equal(before - 345m, await desk.BalanceAsync());
    }

    [Theory]
    [InlineData("""{ "SmsType": "2", "Brandname": "Baotrixemay" }""", "GetSmsTemplates", 100)]
    [InlineData("""{ "SmsType": 2, "Brandname": "Baotrixemay" }""", "GetSmsTemplates", 100)]
    [InlineData("""{ "SmsType": "2", "Brandname": "", "OAId": "4097311281936189049" }""", "GetSmsTemplates", 104)]
    [InlineData("""{ "SmsType": "8", "OAId": "" }""", "GetSmsTemplates", 118)]
    [InlineData("""{ "SmsType": "8", "Brandname": "Baotrixemay", "OAId": "" }""", "GetSmsTemplates", 118)]
    [InlineData("""{ "SmsType": 8, "OAId": "4097311281936189049" }""", "GetSmsTemplates", 118)]
    [InlineData("""{ "SmsType": "23", "OAId": "" }""", "GetSmsTemplates", 118)]
    [InlineData("""{ "SmsType": "24", "OAId": "4097311281936189049" }""", "GetZaloTemplates", 100)]
    [InlineData("""{ "SmsType": 25, "Brandname": "Baotrixemay", "OAId": "" }""", "GetZaloTemplates", 791)]
    public async Task The_type_decides_whose_templates_are_asked_for(string request, string operation, int code)
    {
        await using var desk = await Desk.StartAsync();

        await RawCall.PostJsonAsync(desk.Esms, "GetTemplate/", request);

        var received = Assert.Single(desk.Esms.Requests);
        Assert.Equal((operation, code), (received.Operation, received.Code));
    }

    [Theory]
    [InlineData("23", """ "Brandname": "BAT DONG SAN GIA TOT" """, 118, false)]
    [InlineData("23", """ "OAID": "4097311281936189049" """, 118, false)]
    [InlineData("7", """ "OAID": "4097311281936189049" """, 118, false)]
    [InlineData("2", """ "OAID": "4097311281936189049" """, 104, false)]
    [InlineData("24", """ "OAID": "4097311281936189049" """, 100, true)]
    [InlineData("25", """ "Brandname": "Baotrixemay" """, 791, true)]
    public async Task The_type_decides_by_what_a_message_goes(string type, string sender, int code, bool isZalo)
    {
        await using var desk = await Desk.StartAsync();

        await RawCall.PostJsonAsync(desk.Esms, Send, $$"""{ "SmsType": "{{type}}", "Phone": "0901888484", "Content": "a", {{sender}} }""");

        var received = Assert.Single(desk.Esms.Requests);
        Assert.Equal((code, isZalo), (received.Code, received.Operation.Contains("Zalo", StringComparison.Ordinal)));
        Assert.DoesNotContain(desk.Esms.Messages, message => (message.Channel == EmulatedChannel.Zalo) != isZalo);
    }

    [Fact]
    public async Task A_fault_and_an_answer_for_the_call_with_a_code_are_not_those_of_the_sms()
    {
        await using var desk = await Desk.StartAsync();
        desk.Esms.AnswerNext("CallWithOtp", "wrong keys");

        var answer = await RawCall.PostJsonAsync(desk.Esms, Send, """{ "SmsType": "8", "Phone": "0901888484", "Content": "a" }""");

        Assert.Equal("101", (string?)answer["CodeResult"]);
    }

    private static DeliveryCallback Callback(Desk desk) => DeliveryCallback.Parse(Assert.Single(desk.Receiver.Queries));
}
