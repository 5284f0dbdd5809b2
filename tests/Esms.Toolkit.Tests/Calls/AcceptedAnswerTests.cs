using System.Globalization;
using System.Text.Json.Nodes;
using Esms.Tests.Server;

namespace Esms.Tests.Calls;

public sealed class AcceptedAnswerTests
{
    [Fact]
    public async Task The_published_answer_arrives_whole()
    {
        var status = await ClientCalls.ReadAsync(Answers.Finished);

        Assert.Equal(EsmsResultCode.Success, status.ResultCode);
        Assert.Null(status.ServiceMessage);
        Assert.Equal(Answers.SmsId, status.SmsId);
        Assert.Equal(0, status.SendFailed);
        Assert.Equal(SendStatus.Finished, status.SendStatus);
        Assert.Equal(1, status.SendSuccess);
        Assert.Equal(850m, status.TotalPrice);
        Assert.Equal(1, status.TotalReceivers);
        Assert.Equal(1, status.TotalSent);
        Assert.Null(status.FailedPhones);
    }

    [Fact]
    public async Task A_price_keeps_all_its_digits()
    {
        var status = await ClientCalls.ReadAsync(Answers.Finished);

        Assert.Equal("850.0000", status.TotalPrice?.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("12678967.543233")]
    [InlineData("0.0")]
    [InlineData("1691300.0000")]
    [InlineData("-0.1")]
    [InlineData("79228162514264337593543950335")]
    public async Task A_price_is_read_as_number_and_as_text(string price)
    {
        var asNumber = await ClientCalls.ReadAsync(Answers.Finished.Replace("850.0000", price, StringComparison.Ordinal));
        var asText = await ClientCalls.ReadAsync(Answers.Finished.Replace("850.0000", $"\"{price}\"", StringComparison.Ordinal));

        Assert.Equal(price, asNumber.TotalPrice?.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(price, asText.TotalPrice?.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Numbers_may_be_texts_and_texts_may_be_numbers()
    {
        var status = await ClientCalls.ReadAsync(
            """{"CodeResponse":100,"SMSID":4097311281936189049,"SendFailed":"3","SendStatus":"5","SendSuccess":"-1","TotalPrice":"850.0000","TotalReceiver":"2147483647","TotalSent":"0","PhoneFailList":84901888484}"""
        );

        Assert.Equal(EsmsResultCode.Success, status.ResultCode);
        Assert.Equal("4097311281936189049", status.SmsId);
        Assert.Equal(3, status.SendFailed);
        Assert.Equal(SendStatus.Finished, status.SendStatus);
        Assert.Equal(-1, status.SendSuccess);
        Assert.Equal(850.0000m, status.TotalPrice);
        Assert.Equal(int.MaxValue, status.TotalReceivers);
        Assert.Equal(0, status.TotalSent);
        Assert.Equal("84901888484", status.FailedPhones);
    }

    [Theory]
    [InlineData("SendFailed")]
    [InlineData("SendStatus")]
    [InlineData("SendSuccess")]
    [InlineData("TotalPrice")]
    [InlineData("TotalReceiver")]
    [InlineData("TotalSent")]
    public async Task A_counter_that_is_missing_or_null_is_null_and_never_zero(string member)
    {
        var missing = JsonNode.Parse(Answers.Finished)!.AsObject();
        missing.Remove(member);
        var isNull = JsonNode.Parse(Answers.Finished)!.AsObject();
        isNull[member] = null;

        foreach (var answer in new[] { missing, isNull })
        {
            var status = await ClientCalls.ReadAsync(answer.ToJsonString());
            var values = new object?[]
            {
                status.SendFailed,
                status.SendStatus,
                status.SendSuccess,
                status.TotalPrice,
                status.TotalReceivers,
                status.TotalSent,
            };
            Assert.Single(values, static value => value is null);
        }
    }

    [Fact]
    public async Task The_order_of_members_does_not_matter()
    {
        var members = JsonNode
            .Parse(Answers.Finished)!
            .AsObject()
            .ToDictionary(static member => member.Key, static member => member.Value!.ToJsonString());
        for (var shift = 0; shift < members.Count; shift++)
        {
            var rotated = members.Skip(shift).Concat(members.Take(shift)).Reverse().Select(static member => $"\"{member.Key}\":{member.Value}");

            var status = await ClientCalls.ReadAsync($"{{{string.Join(',', rotated)}}}");

            Assert.Equal((Answers.SmsId, 850m, SendStatus.Finished), (status.SmsId, status.TotalPrice, status.SendStatus));
        }
    }

    [Theory]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("-1.5e3")]
    [InlineData("""[1,{"SMSID":"another"}]""")]
    [InlineData("""{"CodeResponse":"101","deep":[[[]]]}""")]
    public async Task Unknown_members_are_passed_over(string value)
    {
        var status = await ClientCalls.ReadAsync(Answers.Finished.Replace("\"SMSID\"", $"\"Neu\": {value}, \"SMSID\"", StringComparison.Ordinal));

        Assert.Equal((EsmsResultCode.Success, Answers.SmsId, 850m), (status.ResultCode, status.SmsId, status.TotalPrice));
    }

    [Fact]
    public async Task Of_a_repeated_member_the_last_one_counts()
    {
        var status = await ClientCalls.ReadAsync(
            """{"CodeResponse":"101","SMSID":"first","SendStatus":1,"CodeResponse":"100","SMSID":"last","SendStatus":2}"""
        );

        Assert.Equal((EsmsResultCode.Success, "last", SendStatus.WaitingToSend), (status.ResultCode, status.SmsId, status.SendStatus));
    }

    [Fact]
    public async Task A_status_without_a_name_is_kept_as_its_number()
    {
        var status = await ClientCalls.ReadAsync(Answers.Finished.Replace("\"SendStatus\": 5", "\"SendStatus\": 8", StringComparison.Ordinal));

        Assert.Equal((SendStatus)8, status.SendStatus);
        Assert.False(Enum.IsDefined(status.SendStatus!.Value));
    }

    [Theory]
    [InlineData("Tin nhắn đã gửi xong — ưỡng ệ 🇻🇳")]
    [InlineData("\\u0110\\u00e3 g\\u1eedi \\ud83d\\ude00")]
    [InlineData("a\\\"b\\\\c\\/d\\n")]
    public async Task Text_arrives_as_it_was_sent(string json)
    {
        var status = await ClientCalls.ReadAsync($$"""{"CodeResponse":"100","SMSID":"1","PhoneFailList":"{{json}}"}""");

        Assert.Equal(JsonNode.Parse($"\"{json}\"")!.GetValue<string>(), status.FailedPhones);
    }

    [Fact]
    public async Task Escaped_names_are_the_same_names()
    {
        var status = await ClientCalls.ReadAsync("""{"\u0043odeResponse":"100","SM\u0053ID":"1"}""");

        Assert.Equal("1", status.SmsId);
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over()
    {
        var status = await ClientCalls.ReadAsync("\uFEFF" + Answers.Finished);

        Assert.Equal(Answers.SmsId, status.SmsId);
    }

    [Fact]
    public async Task An_answer_may_come_in_single_bytes()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            foreach (var value in System.Text.Encoding.UTF8.GetBytes(Answers.Finished))
            {
                await context.Response.Body.WriteAsync(new[] { value }, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        });

        var status = await server.Options.GetSendStatusAsync();

        Assert.Equal(Answers.SmsId, status.SmsId);
    }

    [Fact]
    public async Task A_long_answer_is_read_whole()
    {
        var phones = string.Join(',', Enumerable.Range(0, 20_000).Select(static i => $"8490{i:0000000}"));

        var status = await ClientCalls.ReadAsync($$"""{"CodeResponse":"100","PhoneFailList":"{{phones}}","SMSID":"1"}""");

        Assert.Equal(phones, status.FailedPhones);
    }
}
