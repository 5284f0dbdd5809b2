using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Esms.Tests.Contracts;
using Esms.Tests.Samples;
using Esms.Tests.Server;

namespace Esms.Tests.Calls;

/// <summary>A member that an answer can do without and that cannot be read costs nothing but itself: its property is null, and its JSON is kept.</summary>
public sealed class UnreadableMemberTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Operations => [.. ContractJson.All.Select(static contract => contract.Operation)];

    [Theory]
    [InlineData("\"\"")]
    [InlineData("0.5")]
    [InlineData("3000000000")]
    [InlineData("\"many\"")]
    [InlineData("true")]
    [InlineData("{\"a\":[1,{}]}")]
    [InlineData("[[],\"x\"]")]
    [InlineData("\"\\ud800\"")]
    public async Task An_accepted_send_stays_accepted_wherever_the_member_is(string value)
    {
        foreach (
            var answer in new[]
            {
                $$"""{"CodeResult":"100","CountRegenerate":{{value}},"SMSID":"abc"}""",
                $$"""{"CountRegenerate":{{value}},"SMSID":"abc","CodeResult":"100"}""",
                $$"""{ "SMSID" : "abc" , "CodeResult" : 100 , "CountRegenerate" : {{value}} }""",
            }
        )
        {
            await using var server = await LoopbackServer.AnsweringAsync(answer);
            using var esms = new EsmsClient(server.Options);

            var sent = await esms.Sms.SendCustomerCareAsync(Message, Cancellation);
            var code = await esms.Otp.SendOtpAsync(Otp, Cancellation);

            Assert.Equal(("abc", null, EsmsResultCode.Success), (sent.SmsId, sent.CountRegenerate, sent.ResultCode));
            Assert.Equal(value, Assert.Single(sent.UnknownMembers!).Value);
            Assert.Equal(("abc", value), (code.SmsId, code.UnknownMembers!["CountRegenerate"]));
            var written = JsonSerializer.Serialize(sent, EsmsJsonContext.Default.SendCustomerCareResponse);
            var again = JsonSerializer.Deserialize(written, EsmsJsonContext.Default.SendCustomerCareResponse)!;
            Assert.Contains($"\"CountRegenerate\":{value}", written, StringComparison.Ordinal);
            Assert.Equal(("abc", value), (again.SmsId, again.UnknownMembers!["CountRegenerate"]));
        }
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_code()
    {
        await using var server = await LoopbackServer.AnsweringAsync(
            """{"CountRegenerate":"","SMSID":{},"CodeResult":104,"ErrorMessage":"Brand name code is not exist"}"""
        );
        using var esms = new EsmsClient(server.Options);

        var refusal = await Assert.ThrowsAsync<EsmsApiException>(() => esms.Sms.SendCustomerCareAsync(Message, Cancellation));

        Assert.Equal((104, "Brand name code is not exist"), ((int)refusal.Code, refusal.ServiceMessage));
        Assert.Equal(["CountRegenerate", "SMSID"], refusal.Response.UnknownMembers!.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_message_of_the_service_that_is_no_text_hides_no_code()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"ErrorMessage":["a","b"],"CodeResult":"119"}""");
        using var esms = new EsmsClient(server.Options);

        var refusal = await Assert.ThrowsAsync<EsmsApiException>(() => esms.Sms.SendCustomerCareAsync(Message, Cancellation));

        Assert.Equal((119, null, """["a","b"]"""), ((int)refusal.Code, refusal.ServiceMessage, refusal.Response.UnknownMembers!["ErrorMessage"]));
    }

    [Theory]
    [InlineData("""{"CountRegenerate":"","SMSID":"abc"}""", "CodeResult", "the member is missing")]
    [InlineData("""{"CountRegenerate":"","SMSID":"abc","CodeResult":null}""", "CodeResult", "the member is missing")]
    [InlineData("""{"CountRegenerate":"","CodeResult":[],"SMSID":"abc"}""", "CodeResult", "a result code")]
    [InlineData("""{"CountRegenerate":"","CodeResult":"100",}""", null, "not JSON")]
    [InlineData("""{"CountRegenerate":"","CodeResult":"100","SMSID":"abc"} {}""", null, "not JSON")]
    public async Task Without_a_code_nobody_knows(string answer, string? field, string words)
    {
        await using var server = await LoopbackServer.AnsweringAsync(answer);
        using var esms = new EsmsClient(server.Options);

        var unknown = await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Otp.SendOtpAsync(Otp, Cancellation));

        var error = Assert.IsType<EsmsProtocolException>(Assert.Single(unknown.Tries));
        Assert.Equal(field, error.Field);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"SendFailed":"","CodeResponse":"100","SMSID":{}}""", "SMSID: a text was expected, and an object was found that is none.")]
    [InlineData("""{"SendFailed":"","CodeResponse":"100"}""", "SMSID: the member is missing.")]
    [InlineData("""{"SMSID":true,"SendFailed":"","CodeResponse":"100"}""", "SMSID: a text was expected, and true or false was found that is none.")]
    public async Task What_an_accepted_answer_cannot_do_without_is_an_error_of_its_own(string answer, string message)
    {
        await using var server = await LoopbackServer.AnsweringAsync(answer);

        var error = await server.FailAsync<EsmsProtocolException>();

        Assert.Equal($"GetSendStatus: {message}", error.Message);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_optional_member_of_every_contract_can_be_unreadable(string operation)
    {
        var contract = ContractJson.Of(operation);
        var answer = string.Empty;
        await using var server = await LoopbackServer.StartAsync(context =>
            context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer)).AsTask()
        );

        foreach (var sample in contract.Samples.Select(static sample => sample["response"]!.AsObject()).Where(contract.IsAccepted).Take(1))
        {
            foreach (var (wire, type) in contract.OptionalMembers)
            {
                // No type is read from both.
                var odd =
                    type.EndsWith("[]", StringComparison.Ordinal) || char.IsUpper(type[0]) || type is "map" or "pairs" ? "\"odd\"" : "[\"odd\"]";
                var members = (JsonObject)sample.DeepClone();
                members.Remove(wire);
                members.Insert(0, wire, JsonNode.Parse(odd));
                answer = members.ToJsonString();

                var (response, written, isRefusal) = await SampleCalls.All[operation].AskAsync(server.Options);

                Assert.False(isRefusal);
                Assert.Equal(odd, response.UnknownMembers![wire]);
                Assert.Equal(odd, JsonNode.Parse(written)![wire]!.ToJsonString());
            }
        }
    }

    [Fact]
    public async Task An_item_of_a_list_loses_its_own_member_and_nothing_else()
    {
        await using var server = await LoopbackServer.AnsweringAsync(
            """
            {"CodeResult":"100","TotalSuccess":"many","detail":[
              {"CodeResult":"100","Phone":"0901888484","SMSID":"a"},
              {"CodeResult":{"odd":1},"Phone":"0900000001","SMSID":["b"]},
              {"CodeResult":108,"Phone":"0900000002","ErrorMessage":5}]}
            """
        );
        using var esms = new EsmsClient(server.Options);

        var sent = await esms.Zalo.SendZaloTemplateBulkAsync(
            new()
            {
                OfficialAccountId = "1",
                TemplateId = "1",
                Messages = [new() { Phone = "0901888484", Params = ["x"] }],
            },
            Cancellation
        );

        Assert.Equal("\"many\"", sent.UnknownMembers!["TotalSuccess"]);
        Assert.Equal([true, false, false], sent.Results!.Select(static item => item.IsAccepted));
        Assert.Equal(["a", null, null], sent.Results!.Select(static item => item.SmsId));
        Assert.Equal([EsmsResultCode.Success, null, (EsmsResultCode)108], sent.Results!.Select(static item => item.ResultCode));
        Assert.Null(sent.Results![0].UnknownMembers);
        Assert.Equal(("""{"odd":1}""", """["b"]"""), (sent.Results[1].UnknownMembers!["CodeResult"], sent.Results[1].UnknownMembers!["SMSID"]));
        var written = JsonNode.Parse(JsonSerializer.Serialize(sent, EsmsJsonContext.Default.SendZaloTemplateBulkResponse))!;
        Assert.Equal("""{"odd":1}""", written["detail"]![1]!["CodeResult"]!.ToJsonString());
    }

    [Theory]
    [InlineData("\"yesterday\"")]
    [InlineData("{\"a\":1}")]
    [InlineData("5")]
    public async Task A_long_list_with_the_same_fault_in_each_item_is_read(string time)
    {
        const int Items = 20_000;
        await using var server = await LoopbackServer.AnsweringAsync(
            $$"""{"CodeResult":"100","SentData":[{{string.Join(',', Enumerable.Repeat($$"""{"SentTime":{{time}},"ReferenceId":"7"}""", Items))}}]}"""
        );
        using var esms = new EsmsClient(server.Options);

        var sent = await esms.Messages.GetSentMessagesAsync(Page, Cancellation);

        Assert.Equal(Items, sent.Messages!.Count);
        Assert.All(sent.Messages, message => Assert.Equal(("7", null, time), (message.SmsId, message.SentTime, message.UnknownMembers!["SentTime"])));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("[5]")]
    [InlineData("""[{"Param":"otp"},null]""")]
    [InlineData("""[{"Param":"otp"},{}]""")]
    [InlineData("""[{"Param":{}},{"Param":[]}]""")]
    [InlineData("""{"Param":"otp"}""")]
    public async Task A_list_with_an_item_that_is_none_is_kept_as_a_whole(string list)
    {
        await using var server = await LoopbackServer.AnsweringAsync(
            $$"""{"ZNSTemplates":[{"TempId":1,"ZNSTempDetail":{{list}},"TempName":"a"},{"TempId":2,"ZNSTempDetail":[]}],"CodeResult":"100"}"""
        );
        using var esms = new EsmsClient(server.Options);

        var answer = await esms.OfficialAccounts.GetZaloTemplatesAsync("1", MessageType.ZaloPriority, Cancellation);

        Assert.Equal([("1", "a", null), ("2", null, 0)], answer.Templates.Select(static item => (item.TemplateId, item.Name, item.Variables?.Count)));
        Assert.Equal(list, answer.Templates[0].UnknownMembers!["ZNSTempDetail"]);
        Assert.Null(answer.UnknownMembers);
    }

    [Theory]
    [InlineData("""[{"TempId":1},{"TempId":{}}]""", "ZNSTemplates[1].TempId", "a text was expected, and an object was found")]
    [InlineData("""[{"TempName":5},{"TempName":"b"}]""", "ZNSTemplates[0].TempId", "the member is missing")]
    [InlineData("""[{"TempId":1,"TempName":5},7]""", "ZNSTemplates[1]", "an object was expected, and a number was found")]
    [InlineData("\"none\"", "ZNSTemplates", "a list was expected, and a text was found")]
    public async Task A_list_that_an_answer_cannot_do_without_is_an_error_at_its_place(string list, string field, string words)
    {
        await using var server = await LoopbackServer.AnsweringAsync($$"""{"CodeResult":"100","ErrorMessage":5,"ZNSTemplates":{{list}}}""");
        using var esms = new EsmsClient(server.Options);

        var error = await Assert.ThrowsAsync<EsmsProtocolException>(() =>
            esms.OfficialAccounts.GetZaloTemplatesAsync("1", MessageType.ZaloPriority, Cancellation)
        );

        Assert.Equal(field, error.Field);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_whose_name_is_no_text_is_kept_under_the_name_as_it_came()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"\ud800":[1],"CodeResponse":"100","SMSID":"1"}""");

        var status = await server.Options.GetSendStatusAsync();

        Assert.Equal(("1", "[1]"), (status.SmsId, status.UnknownMembers!["\\ud800"]));
    }

    [Fact]
    public async Task Calls_at_the_same_time_do_not_mix_what_they_set_aside()
    {
        await using var server = await LoopbackServer.StartAsync(static context =>
        {
            var id = context.Request.Query["RefId"].ToString();
            var isOdd = (id[^1] - '0') % 2 == 1;
            return context
                .Response.Body.WriteAsync(
                    Encoding.UTF8.GetBytes($$"""{"SendFailed":{{(isOdd ? "\"odd\"" : "3")}},"CodeResponse":"100","SMSID":"{{id}}"}""")
                )
                .AsTask();
        });
        using var esms = new EsmsClient(server.Options);

        var all = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => esms.Messages.GetSendStatusAsync($"x{i}", Cancellation)));

        Assert.All(
            all.Select(static (status, i) => (status, i)),
            static pair =>
                Assert.Equal(
                    ($"x{pair.i}", pair.i % 2 == 1 ? null : 3, pair.i % 2 == 1 ? "\"odd\"" : null),
                    (pair.status.SmsId, pair.status.SendFailed, pair.status.UnknownMembers?["SendFailed"])
                )
        );
    }

    [Fact]
    public async Task A_stream_of_many_blocks_is_read_so_too()
    {
        var history = string.Join(',', Enumerable.Repeat("""{"CodeResponse":"100","SMSID":"1","SendFailed":{"a":[1,2]},"New":[{}]}""", 3_000));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"[{history}]"));
        var options = new JsonSerializerOptions { TypeInfoResolver = EsmsJsonContext.Default, DefaultBufferSize = 4_096 };

        var count = 0;
        await foreach (var status in JsonSerializer.DeserializeAsyncEnumerable<GetSendStatusResponse>(stream, options, Cancellation))
        {
            Assert.Equal(("1", null, """{"a":[1,2]}"""), (status!.SmsId, status.SendFailed, status.UnknownMembers!["SendFailed"]));
            count++;
        }

        Assert.Equal(3_000, count);
    }

    private static GetSentMessagesRequest Page =>
        new()
        {
            MessageType = MessageType.CustomerCare,
            From = DateTimeOffset.UtcNow.AddDays(-1),
            To = DateTimeOffset.UtcNow,
            PageSize = 500,
        };

    private static SendCustomerCareRequest Message =>
        new()
        {
            Brandname = "Baotrixemay",
            Phone = "0901888484",
            Content = "x",
            RequestId = "1",
        };

    private static SendOtpRequest Otp =>
        new()
        {
            Phone = "0901888484",
            Brandname = "Baotrixemay",
            Content = "x",
        };
}
