using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Esms.Tests.Contracts;
using Esms.Tests.Samples;
using Esms.Tests.Server;

namespace Esms.Tests.Calls;

/// <summary>A result code is read from text and from number, whichever of them its contract has.</summary>
public sealed class ResultCodeFormTests
{
    public static TheoryData<string> Operations => [.. ContractJson.All.Select(static contract => contract.Operation)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Every_published_answer_means_the_same_with_its_codes_in_the_other_form(string operation)
    {
        var contract = ContractJson.Of(operation);
        JsonObject? answer = null;
        await using var server = await LoopbackServer.StartAsync(context =>
            context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer!.ToJsonString())).AsTask()
        );

        foreach (var published in contract.Samples.Select(static sample => sample["response"]!.AsObject()))
        {
            answer = published;
            var usual = await SampleCalls.All[operation].AskAsync(server.Options);
            foreach (var asText in new[] { true, false })
            {
                answer = (JsonObject)WithCodes(published, contract.CodeNames, asText);

                var other = await SampleCalls.All[operation].AskAsync(server.Options);

                Assert.Equal((usual.IsRefusal, usual.Response.ResultCode), (other.IsRefusal, other.Response.ResultCode));
                Assert.Equal(usual.Written, other.Written);
                Assert.Null(other.Response.UnknownMembers);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_refusal_is_told_by_its_code_in_either_form(string operation)
    {
        var contract = ContractJson.Of(operation);
        var answer = string.Empty;
        await using var server = await LoopbackServer.StartAsync(context =>
            context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer)).AsTask()
        );

        foreach (var (wire, _) in contract.RefusalCodes)
        {
            foreach (var code in new[] { "101", "\"101\"" })
            {
                answer = $$"""{"{{wire}}":{{code}}}""";

                var (response, _, isRefusal) = await SampleCalls.All[operation].AskAsync(server.Options);

                Assert.True(isRefusal);
                Assert.Equal(EsmsResultCode.WrongCredentials, response.ResultCode);
            }
        }
    }

    [Theory]
    [InlineData("100")]
    [InlineData("100.0")]
    [InlineData("1e2")]
    [InlineData("\"0100\"")]
    [InlineData("\" 100\"")]
    [InlineData("\"100 \"")]
    [InlineData("\"\\t100\\r\\n\"")]
    [InlineData("\"100.0\"")]
    [InlineData("\"\\u0031\\u0030\\u0030\"")]
    public async Task What_is_written_strangely_and_means_one_code_is_that_code(string code)
    {
        await using var server = await LoopbackServer.AnsweringAsync($$"""{"CodeResponse":{{code}},"SMSID":"1"}""");

        Assert.Equal(EsmsResultCode.Success, (await server.Options.GetSendStatusAsync()).ResultCode);
    }

    [Theory]
    [InlineData("100.5")]
    [InlineData("\"100.5\"")]
    [InlineData("\"\"")]
    [InlineData("\" \"")]
    [InlineData("\"1OO\"")]
    [InlineData("\"10 0\"")]
    [InlineData("\"1,00\"")]
    [InlineData("\"\uFF11\uFF10\uFF10\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[100]")]
    [InlineData("2147483648")]
    [InlineData("\"99999999999999999999999999999999\"")]
    [InlineData("1e99")]
    public async Task What_is_no_code_is_an_error_that_names_the_member(string code)
    {
        await using var server = await LoopbackServer.AnsweringAsync(
            $$"""{"CountRegenerate":"","CodeResult":{{code}},"SMSID":"abc","ErrorMessage":"words"}"""
        );
        using var esms = new EsmsClient(server.Options);

        var unknown = await Assert.ThrowsAsync<EsmsOutcomeUnknownException>(() => esms.Otp.SendOtpAsync(Code, TestContext.Current.CancellationToken));

        var error = Assert.IsType<EsmsProtocolException>(Assert.Single(unknown.Tries));
        Assert.Equal("CodeResult", error.Field);
        Assert.Contains(code.Contains("ud800", StringComparison.Ordinal) ? "Unicode" : "result code", error.Message, StringComparison.Ordinal);
    }

    private static SendOtpRequest Code =>
        new()
        {
            Phone = "0901888484",
            Brandname = "Baotrixemay",
            Content = "x",
        };

    private static JsonNode WithCodes(JsonNode node, ISet<string> names, bool asText)
    {
        switch (node)
        {
            case JsonArray list:
                return new JsonArray([.. list.Select(item => item is null ? null : WithCodes(item, names, asText))]);
            case JsonObject members:
                var made = new JsonObject();
                foreach (var (name, value) in members)
                {
                    made[name] =
                        value is JsonValue code && names.Contains(name) ? Form(code.ToString(), asText)
                        : value is null ? null
                        : WithCodes(value, names, asText);
                }
                return made;
            default:
                return node.DeepClone();
        }
    }

    private static JsonNode Form(string code, bool asText) => asText ? code : int.Parse(code, CultureInfo.InvariantCulture);
}
