using System.Globalization;

namespace Esms.Tests.Inbound;

public sealed class DeliveryCallbackTests
{
    public static TheoryData<string> Samples =>
        [
            "customer care",
            "advertising",
            "Zalo (ZNS)",
            "Viber",
            "Zalo consulting",
            "Zalo transaction",
            "Zalo user-information form",
            "Zalo journey",
            "Zalo by UID",
        ];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Every_published_call_is_read_with_every_parameter(string sample)
    {
        var (raw, decoded) = await InboundSamples.CallAsync("DeliveryCallback", sample);

        foreach (var callback in new[] { DeliveryCallback.Parse(raw), DeliveryCallback.Parse(decoded) })
        {
            Assert.Equal(decoded["SMSID"], callback.SmsId);
            Assert.Equal(Text("SendFailed"), callback.SendFailed?.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(Text("SendStatus"), ((int?)callback.SendStatus)?.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(Text("SendSuccess"), callback.SendSuccess?.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(Text("TotalPrice"), callback.TotalPrice?.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(Text("TotalReceiver"), callback.TotalReceivers?.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(Text("TotalSent"), callback.TotalSent?.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(Text("RequestId"), callback.RequestId);
            Assert.Equal(Text("TypeId"), ((int?)callback.MessageType)?.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(Text("telcoid"), ((int?)callback.Telco)?.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(Text("phonenumber"), callback.PhoneNumber);
            Assert.Equal(Text("switchsmsid"), callback.SwitchSmsId);
            Assert.Equal(Text("partnerids"), callback.PartnerIds);
            Assert.Equal(Text("error_info"), callback.ErrorInfo?.Text);
            Assert.Equal(Text("oaid"), callback.OfficialAccountId);
            Assert.Equal(Text("tempid"), callback.TemplateId);
            Assert.Null(callback.UnknownMembers);
        }

        string? Text(string name) => decoded.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;
    }

    [Fact]
    public void Zalo_errors_are_read_from_json_that_holds_json()
    {
        var zalo = DeliveryCallback.Parse(InboundSamples.Query("DeliveryCallback", "Zalo (ZNS)")).ErrorInfo!;

        Assert.Equal(-114, zalo.Value?.Code);
        Assert.StartsWith("User is inactive", zalo.Value?.Message, StringComparison.Ordinal);
        Assert.Null(zalo.Rest);
    }

    [Theory]
    [InlineData("Zalo consulting", "24/04/2024 16:58:01")]
    [InlineData("Zalo transaction", "24/04/2024 17:07:01")]
    public void Zalo_errors_are_read_when_encoded_twice_with_a_date_behind(string sample, string date)
    {
        var zalo = DeliveryCallback.Parse(InboundSamples.Query("DeliveryCallback", sample)).ErrorInfo!;

        Assert.Equal((0, "Success", "31215806834323092"), (zalo.Value?.Code, zalo.Value?.Message, zalo.Value?.Data?.UserId));
        Assert.Equal($"____{date}", zalo.Rest);
    }

    [Fact]
    public void Zalo_errors_are_read_from_plain_json()
    {
        var zalo = DeliveryCallback.Parse(InboundSamples.Query("DeliveryCallback", "Zalo by UID")).ErrorInfo!;

        Assert.Equal((0, ZaloDeliveryStatus.Delivered), (zalo.Value?.Code, zalo.Value?.Data?.Status));
        Assert.Equal("The message was delivered to the user's phone", zalo.Value?.Data?.Message);
        Assert.Null(zalo.Value?.Data?.DeliveredAt);
    }

    [Theory]
    [InlineData("no json at all")]
    [InlineData("{\"error\":")]
    [InlineData("{\"error\":\"zero\"}")]
    [InlineData("\"{\\\"error\\\":\"")]
    [InlineData("%7B%")]
    [InlineData("[1]")]
    public void Zalo_errors_that_cannot_be_read_stay_text(string text)
    {
        var zalo = DeliveryCallback.Parse([new("SMSID", "1"), new("error_info", text)]).ErrorInfo!;

        Assert.Null(zalo.Value);
        Assert.Equal(text, zalo.Text);
    }

    [Theory]
    [InlineData("SendFailed=1", "SMSID")]
    [InlineData("SMSID=", "SMSID")]
    public void What_is_no_callback_names_the_parameter(string query, string parameter)
    {
        var exception = Assert.Throws<EsmsProtocolException>(() => DeliveryCallback.Parse(query));

        Assert.Equal(parameter, exception.Field);
        Assert.Equal("DeliveryCallback", exception.Operation);
    }

    [Theory]
    [InlineData("SendFailed", "x")]
    [InlineData("TotalPrice", "1,5")]
    [InlineData("TotalPrice", "null")]
    [InlineData("TotalSent", "undefined")]
    [InlineData("SendStatus", "99999999999")]
    public void What_cannot_be_read_costs_nothing_else_and_stays_within_reach(string parameter, string text)
    {
        var callback = DeliveryCallback.Parse($"SMSID=1&{parameter}={text}&telcoid=2&brandnew=3");

        Assert.Equal(("1", Telco.Mobifone), (callback.SmsId, callback.Telco));
        Assert.All(new object?[] { callback.SendFailed, callback.TotalPrice, callback.TotalSent, callback.SendStatus }, Assert.Null);
        Assert.Equal(
            [("brandnew", "\"3\""), (parameter, $"\"{text}\"")],
            callback.UnknownMembers!.Select(static pair => (pair.Key, pair.Value)).Order()
        );
    }

    [Fact]
    public void New_parameters_and_numbers_are_kept()
    {
        var callback = DeliveryCallback.Parse("?SMSID=1&telcoid=9&brandnew=a%22b&SMSID=2");

        Assert.Equal(("2", 9), (callback.SmsId, (int?)callback.Telco));
        Assert.Equal("\"a\\u0022b\"", callback.UnknownMembers?["brandnew"]);
    }

    [Fact]
    public void Half_a_character_in_a_new_parameter_is_no_error() =>
        Assert.Equal("\"a\\uFFFD\"", DeliveryCallback.Parse("SMSID=1&brandnew=a\uD800").UnknownMembers?["brandnew"]);

    [Fact]
    public async Task A_published_voice_callback_is_read()
    {
        var (raw, _) = await InboundSamples.CallAsync("VoiceCallback", "not answered");

        var callback = VoiceCallback.Parse(raw);

        Assert.Equal("066107ee-6ec4-4283-b595-aa74977c65c5", callback.ReferenceId);
        Assert.Equal(
            (0, null, null, 0.0000m, false, "02871002454"),
            (callback.CallDuration, callback.CallStatus, callback.PressedKey, callback.Price, callback.IsSent, callback.CallerNumber)
        );
    }
}
