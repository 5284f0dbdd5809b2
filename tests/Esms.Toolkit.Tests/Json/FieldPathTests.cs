using System.Text;
using System.Text.Json;
using Esms.Runtime;
using Esms.Tests.Server;

namespace Esms.Tests.Json;

/// <summary>The place that an error tells.</summary>
public sealed class FieldPathTests
{
    private const string Error = "a text was expected, and true or false was found that is none.";

    [Theory]
    [InlineData("true", "Value")]
    [InlineData("[true]", "Value[0]")]
    [InlineData("[0,\"a\",true]", "Value[2]")]
    [InlineData("[[],{},[1,2],true]", "Value[3]")]
    [InlineData("[[0,1],[2,true]]", "Value[1][1]")]
    [InlineData("""{"a":{"b":true}}""", "Value.a.b")]
    [InlineData("""{"x":{"y":1},"a":[{"z":[1]},{"b":true}]}""", "Value.a[1].b")]
    [InlineData("""{"x":[1],"\u0061 \"b\"":true}""", "Value.a \"b\"")]
    [InlineData("""{"a\r\nb":true}""", "Value.a??b")]
    public void Members_and_items_lead_to_the_place(string json, string path) =>
        Assert.Equal($"{path}: {Error}", Reading.ErrorOf(json, ReadTheTruth));

    [Theory]
    [InlineData("[0,true]", "[1]")]
    [InlineData("[[],{\"a\":true}]", "[1].a")]
    [InlineData("""{"a":[[true]]}""", "a[0][0]")]
    public void The_root_has_no_name(string json, string path) =>
        Assert.Equal($"{path}: {Error}", Reading.ErrorOfDocument(Encoding.UTF8.GetBytes(json), ReadTheTruth));

    [Fact]
    public void An_error_of_the_root_names_the_type() =>
        Assert.Equal(
            "Object: a list was expected, and a text was found that is none.",
            Reading.ErrorOfDocument(
                "\"x\""u8,
                static (ref Utf8JsonReader reader) =>
                {
                    EsmsJson.ExpectList(ref reader);
                    return string.Empty;
                }
            )
        );

    [Fact]
    public void A_long_name_is_cut() =>
        Assert.Equal($"Value.{new string('n', 100)}: {Error}", Reading.ErrorOf($$"""{"{{new string('n', 101)}}":true}""", ReadTheTruth));

    [Fact]
    public void A_name_that_is_no_text_is_a_question_mark() =>
        Assert.Equal($"?[1]: {Error}", Reading.ErrorOfDocument([(byte)'{', (byte)'"', 0xC3, 0x28, .. "\":[0,true]}"u8], ReadTheTruth));

    [Theory]
    [InlineData("{}", "Value.Wanted")]
    [InlineData("""{"a":1}""", "Value.Wanted")]
    [InlineData("""{"a":{"b":1}}""", "Value.Wanted")]
    [InlineData("""{"a":[{"b":1}]}""", "Value.Wanted")]
    public void A_missing_member_is_named_behind_its_object(string json, string path) =>
        Assert.Equal(
            $"{path}: the member is missing.",
            Reading.ErrorOf(
                json,
                static (ref Utf8JsonReader reader) =>
                {
                    reader.Read();
                    while (EsmsJson.ReadMember(ref reader))
                        EsmsJson.SkipValue(ref reader);
                    return EsmsJson.RequireResultCode(ref reader, null, null, "Wanted");
                }
            )
        );

    [Theory]
    [InlineData($$"""{"{{Canaries.ApiKey}}":[}""", "***")]
    [InlineData($$"""{"a":[{"{{Canaries.SecretKey}}":{"b":]""", "a[0].***.b")]
    [InlineData($$"""{"my {{Canaries.SecretKey}} is":1,"a":{"x {{Canaries.ApiKey}}":"1""", "a.***")]
    public async Task A_name_with_a_key_is_not_told(string body, string field)
    {
        await using var server = await LoopbackServer.AnsweringAsync(body);

        Assert.Equal(field, (await server.FailAsync<EsmsProtocolException>()).Field);
    }

    /// <summary>Reads on to the first truth, and takes it for a text.</summary>
    private static string? ReadTheTruth(ref Utf8JsonReader reader)
    {
        while (true)
        {
            var ahead = reader;
            Assert.True(ahead.Read());
            if (ahead.TokenType == JsonTokenType.True)
                return EsmsJson.ReadString(ref reader);
            reader = ahead;
        }
    }
}
