using System.Text.Json.Nodes;
using Esms.Emulator.Tests.Harness;

namespace Esms.Emulator.Tests.Service;

/// <summary>Requests as the vendor's own samples and other programs make them, which no page describes, or whose names are not quite right.</summary>
public sealed class VendorSampleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Phone=0901888484&{keys}&Code=123456&Speed=-1&Voice=hatieumai")]
    [InlineData("{keys}&Phone=0901888484&Code=123456&Speed=-3&Voice=hatieumai")]
    [InlineData("apikey={key}&secretkey={secret}&phone=0901888484&code=123456")]
    public async Task VoiceOTP_calls_and_its_look_up_knows_it(string query)
    {
        await using var desk = await Desk.StartAsync();
        var before = await desk.BalanceAsync();

        var answer = await RawCall.GetJsonAsync(desk.Esms, $"/MainService.svc/json/VoiceOTP?{query}");
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));
        var status = await desk.Client.Voice.GetCallStatusAsync((string)answer["SMSID"]!, Cancellation);

        Assert.Equal("100", (string?)answer["CodeResult"]);
        var message = desk.Esms.Messages.Single();
        Assert.Equal((EmulatedChannel.Voice, "123456", "CallWithVoiceOtp"), (message.Channel, message.Content, message.Operation));
        Assert.Equal("ANSWERED", status.CallStatus);
        Assert.Equal(before - 500m, await desk.BalanceAsync());
    }

    [Theory]
    [InlineData("Code=123456&{keys}", "108")]
    [InlineData("Phone=0901888484&{keys}", "110")]
    [InlineData("Phone=0901888484&Code=1&{keys}&Speed=9", "110")]
    [InlineData("Phone=0901888484&Code=1&ApiKey={key}&SecretKey=x", "101")]
    public async Task VoiceOTP_is_refused_with_the_code_of_what_is_wrong(string query, string code)
    {
        await using var desk = await Desk.StartAsync();

        Assert.Equal(code, (string?)(await RawCall.GetJsonAsync(desk.Esms, $"/MainService.svc/json/VoiceOTP?{query}"))["CodeResult"]);
        Assert.Empty(desk.Esms.Messages);
    }

    [Fact]
    public async Task One_channel_alone_is_sent()
    {
        await using var desk = await Desk.StartAsync();

        var answer = await RawCall.PostJsonAsync(
            desk.Esms,
            "MultiChannelMessage/",
            $$"""
            { "Phone": "0901888484", "Channels": ["sms"], "Data": [
                { "Content": "1234 la ma", "SmsType": "2", "Brandname": "Baotrixemay", "RequestId": "s1", "CallbackUrl": "{{desk.Receiver.Url}}" }] }
            """
        );
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("100", (string?)answer["CodeResult"]);
        var message = desk.Esms.Messages.Single();
        Assert.Equal((EmulatedChannel.Sms, "Baotrixemay", "1234 la ma", "s1"), (message.Channel, message.Sender, message.Content, message.RequestId));
        Assert.Equal("s1", DeliveryCallback.Parse(Assert.Single(desk.Receiver.Queries)).RequestId);
    }

    [Fact]
    public async Task A_near_miss_in_the_vendors_multi_channel_sample_is_answered_with_what_was_meant()
    {
        await using var desk = await Desk.StartAsync();

        using var answer = await RawCall.SendAsync(
            desk.Esms,
            "MultiChannelMessage/",
            """
            { "Phone": "0901888484", "Channels": ["zalo", "sms"], "Data": [
                { "TempID": "1", "Params": ["a"], "AOID": "4097311281936189049" },
                { "Content": "a", "SmsType": "2", "Brandname": "Baotrixemay", "Phone": "0901888484" }] }
            """
        );

        Assert.Equal("791", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!["CodeResult"]);
        Assert.Contains("Data[0].AOID - did you mean 'OAID'?", answer.Said("Unknown-Fields"), StringComparison.Ordinal);
        Assert.Contains("Data[0].AOID - did you mean 'OAID'?", answer.Said("Problem"), StringComparison.Ordinal);
        Assert.Contains("Data[1].Phone - did you mean 'Phone' of the request itself?", answer.Said("Unknown-Fields"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Phnoe", "Phone")]
    [InlineData("Contents", "Content")]
    [InlineData("BrandNames", "Brandname")]
    [InlineData("RequestID2", "RequestId")]
    [InlineData("CalbackUrl", "CallbackUrl")]
    [InlineData("Sanbox", "Sandbox")]
    public async Task A_near_miss_of_any_member_is_answered_with_what_was_meant(string name, string meant)
    {
        await using var desk = await Desk.StartAsync();

        using var answer = await RawCall.SendAsync(
            desk.Esms,
            "SendMultipleMessage_V4_post_json/",
            $$"""{ "SmsType": "2", "Brandname": "Baotrixemay", "Phone": "0901888484", "Content": "a", "{{name}}": "x" }"""
        );

        Assert.Equal($"{name} - did you mean '{meant}'?", answer.Said("Unknown-Fields"));
    }

    [Fact]
    public async Task A_member_of_the_vendors_node_is_passed_over_and_told()
    {
        await using var desk = await Desk.StartAsync();

        using var answer = await RawCall.SendAsync(
            desk.Esms,
            "SendMultipleMessage_V4_post_json/",
            """{ "SmsType": "2", "Brandname": "Baotrixemay", "Phone": "0901888484", "Content": "a", "IsUnicode": "false", "PartnerSource": "1" }"""
        );

        Assert.Equal("PartnerSource", answer.Said("Unknown-Fields"));
        Assert.False(desk.Esms.Messages.Single().IsUnicode);
    }
}
