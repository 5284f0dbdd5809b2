using System.Text;
using Esms.Tests.Server;

namespace Esms.Tests.Calls;

public sealed class BrokenAnswerTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("\uFEFF", null)]
    [InlineData("   ", null)]
    [InlineData("<html><body>502</body></html>", null)]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    [InlineData("\"100\"", null)]
    [InlineData("{}", "CodeResponse")]
    [InlineData("""{"CodeResponse":null}""", "CodeResponse")]
    [InlineData("""{"CodeResponse":"ok"}""", "CodeResponse")]
    [InlineData("""{"CodeResponse":""}""", "CodeResponse")]
    [InlineData("""{"CodeResponse":["100"]}""", "CodeResponse")]
    [InlineData("""{"CodeResponse":"100"}""", "SMSID")]
    [InlineData("""{"CodeResponse":"100","SMSID":null}""", "SMSID")]
    [InlineData("""{"CodeResponse":"100","SMSID":true}""", "SMSID")]
    [InlineData("""{"CodeResponse":"100","SMSID":{}}""", "SMSID")]
    [InlineData("""{"CodeResponse":"100","SMSID":"\ud800"}""", "SMSID")]
    [InlineData("""{"CodeResponse":"100","SMSID":"1","Unknown":[{"a":1},{"b":}]}""", "Unknown[1].b")]
    [InlineData("""{"CodeResponse":"100","SMSID":"1","TotalSent":1,}""", null)]
    [InlineData("""{"CodeResponse":"100","SMSID":"1"} {}""", null)]
    public async Task What_is_no_answer_of_the_contract_names_the_field(string body, string? field)
    {
        await using var server = await LoopbackServer.AnsweringAsync(body);

        var exception = await server.FailAsync<EsmsProtocolException>();

        Assert.Equal(field, exception.Field);
        if (field is not null)
            Assert.Contains(field, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"CodeResponse":"100","SMSID":"1","SendFailed":"many"}""", "SendFailed")]
    [InlineData("""{"CodeResponse":"100","SMSID":"1","SendFailed":""}""", "SendFailed")]
    [InlineData("""{"CodeResponse":"100","SMSID":"1","SendFailed":" 1"}""", "SendFailed")]
    [InlineData("""{"CodeResponse":"100","SMSID":"1","SendFailed":1.5}""", "SendFailed")]
    [InlineData("""{"CodeResponse":"100","SMSID":"1","SendFailed":2147483648}""", "SendFailed")]
    [InlineData("""{"CodeResponse":"100","SMSID":"1","SendStatus":"Finished"}""", "SendStatus")]
    [InlineData("""{"CodeResponse":"100","SMSID":"1","SendSuccess":[1]}""", "SendSuccess")]
    [InlineData("""{"CodeResponse":"100","SMSID":"1","TotalPrice":"850,0000"}""", "TotalPrice")]
    [InlineData("""{"CodeResponse":"100","SMSID":"1","TotalPrice":1e99}""", "TotalPrice")]
    [InlineData("""{"CodeResponse":"100","SMSID":"1","TotalReceiver":false}""", "TotalReceiver")]
    public async Task What_an_answer_can_do_without_is_kept_as_it_came(string body, string field)
    {
        await using var server = await LoopbackServer.AnsweringAsync(body);

        var status = await server.Options.GetSendStatusAsync();

        var (name, json) = Assert.Single(status.UnknownMembers!);
        Assert.Equal(field, name);
        Assert.EndsWith($"\"{name}\":{json}}}", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_error_tells_what_was_wanted_and_keeps_the_value_to_itself()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"CodeResponse":"100","SMSID":"1","SendFailed":"0901888484"}""");

        var exception = await Assert.ThrowsAsync<EsmsProtocolException>(() => AnswerWithAsync("""{"private":1}"""));

        Assert.Equal("GetSendStatus: SMSID: a text was expected, and an object was found that is none.", exception.Message);
        Assert.DoesNotContain("private", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal(901888484, (await server.Options.GetSendStatusAsync()).SendFailed);
    }

    [Theory]
    [InlineData("", "the answer is empty.")]
    [InlineData("\uFEFF", "the answer is empty.")]
    [InlineData("oops", "the answer is not JSON (line 1, byte 1).")]
    [InlineData("{\n\n  \"SMSID\": oops }", "SMSID: the answer is not JSON (line 3, byte 12).")]
    public async Task What_is_no_json_is_told_with_its_place(string body, string message)
    {
        await using var server = await LoopbackServer.AnsweringAsync(body);

        Assert.Equal($"GetSendStatus: {message}", (await server.FailAsync<EsmsProtocolException>()).Message);
    }

    [Fact]
    public async Task An_answer_cut_at_any_byte_is_an_error()
    {
        var whole = Encoding.UTF8.GetBytes(Answers.Finished);
        var length = 0;
        await using var server = await LoopbackServer.StartAsync(context => context.Response.Body.WriteAsync(whole.AsMemory(0, length)).AsTask());
        using var esms = new EsmsClient(server.Options);

        for (; length < whole.Length; length++)
            await Assert.ThrowsAsync<EsmsProtocolException>(() =>
                esms.Messages.GetSendStatusAsync(Answers.SmsId, TestContext.Current.CancellationToken)
            );

        Assert.Equal(Answers.SmsId, (await esms.Messages.GetSendStatusAsync(Answers.SmsId, TestContext.Current.CancellationToken)).SmsId);
    }

    [Fact]
    public async Task A_cut_inside_a_member_names_it()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"CodeResponse":"100","SMSID":"434a""");

        Assert.Equal("SMSID", (await server.FailAsync<EsmsProtocolException>()).Field);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_an_error()
    {
        byte[] body = [.. """{"CodeResponse":"100","SMSID":"""u8, (byte)'"', 0xC3, 0x28, .. "\"}"u8];
        await using var server = await LoopbackServer.AnsweringAsync(body);

        Assert.Equal("SMSID", (await server.FailAsync<EsmsProtocolException>()).Field);
    }

    [Fact]
    public async Task A_name_of_an_attacker_does_not_forge_lines_in_a_log()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"x\r\n2026-11-22 forged":[}""");

        var exception = await server.FailAsync<EsmsProtocolException>();

        Assert.Equal("x??2026-11-22 forged", exception.Field);
    }

    [Fact]
    public async Task An_answer_above_the_limit_is_not_read_to_its_end()
    {
        await using var server = await LoopbackServer.StartAsync(static async context =>
        {
            var chunk = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        });
        var options = server.Options;
        options.MaxResponseBytes = 1_000_000;

        var exception = await Assert.ThrowsAsync<EsmsProtocolException>(() => options.GetSendStatusAsync());

        Assert.Equal("GetSendStatus: the answer is larger than 1000000 bytes (EsmsOptions.MaxResponseBytes).", exception.Message);
    }

    [Fact]
    public async Task An_answer_of_exactly_the_limit_is_read()
    {
        await using var server = await LoopbackServer.AnsweringAsync(Answers.Finished);
        var options = server.Options;
        options.MaxResponseBytes = Encoding.UTF8.GetByteCount(Answers.Finished);
        Assert.Equal(Answers.SmsId, (await options.GetSendStatusAsync()).SmsId);

        options.MaxResponseBytes--;
        await Assert.ThrowsAsync<EsmsProtocolException>(() => options.GetSendStatusAsync());
    }

    [Fact]
    public async Task Nesting_without_end_is_an_error_and_no_crash()
    {
        await using var server = await LoopbackServer.AnsweringAsync($$"""{"CodeResponse":"100","SMSID":"1","x":{{new string('[', 100_000)}}""");

        await server.FailAsync<EsmsProtocolException>();
    }

    private static async Task AnswerWithAsync(string value)
    {
        await using var server = await LoopbackServer.AnsweringAsync($$"""{"CodeResponse":"100","SMSID":{{value}}}""");
        await server.Options.GetSendStatusAsync();
    }
}
