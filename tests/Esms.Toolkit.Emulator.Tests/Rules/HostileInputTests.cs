using System.Text;
using System.Text.Json.Nodes;
using Esms.Emulator.Tests.Harness;

namespace Esms.Emulator.Tests.Rules;

/// <summary>Whatever comes in, the emulator answers in the words of the service, and goes on.</summary>
public sealed class HostileInputTests
{
    private const string Care = "SendMultipleMessage_V4_post_json/";
    private const string Invalid = """{"error":"Invalid request"}""";

    public static TheoryData<string, string?, string, string> Bodies =>
        new()
        {
            { Care, "application/json", "", Invalid },
            { Care, "application/json", "{", Invalid },
            { Care, "application/json", "null", Invalid },
            { Care, "application/json", "[]", Invalid },
            { Care, "application/json", "\"text\"", Invalid },
            { Care, "application/json", """{ "Phone": "1", "Phone": "2" }""", Invalid },
            { Care, "application/x-www-form-urlencoded", """{ "Phone": "1" }""", Invalid },
            { Care, "application/json", "\0\u0001", Invalid },
            { Care, "no type; at all", "{}", Invalid },
            { Care, "application/json", """{ "Content": "\ud800" }""", Invalid },
            { Care, "application/json", """{ "\udc00": "1" }""", Invalid },
            { Care, "application/json", """{ "Phone": { "a": ["\ud83d"] } }""", Invalid },
            { Care, "application/json", """{ "a": { "b": 1, "b": 2 } }""", Invalid },
            { Care, "application/json; charset=utf-16", "\uFEFF{}", Invalid },
            { "SendMultipleMessage_V4/", "text/plain", "<RQST>", """{"CodeResult":"99","CountRegenerate":0}""" },
            { "SendMultipleMessage_V4/", "text/plain", "<OTHER/>", """{"CodeResult":"99","CountRegenerate":0}""" },
            {
                "SendMultipleMessage_V4/",
                "text/plain",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><RQST><CONTENT>&b;</CONTENT></RQST>",
                """{"CodeResult":"99","CountRegenerate":0}"""
            },
        };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_cannot_be_read_is_refused_as_the_service_does(string path, string? mediaType, string body, string expected)
    {
        await using var desk = await Desk.StartAsync();

        using var answer = await RawCall.SendBodyAsync(desk.Esms, path, Encoding.UTF8.GetBytes(body), mediaType);

        Assert.Equal((200, expected), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        await desk.SendSmsAsync();
    }

    [Fact]
    public async Task Values_of_any_kind_in_any_field_are_refused_with_a_code()
    {
        await using var desk = await Desk.StartAsync();
        var operations = desk.Esms.Engine.Contracts.Where(static contract => contract.Body is "Json" or "JsonAsText").ToList();
        var asked = 0;
        foreach (var contract in operations)
        {
            var sample = JsonNode.Parse(contract.Samples[0].Request ?? "{}")!.AsObject();
            foreach (var field in contract.Request.Where(static field => !field.IsKey))
            {
                foreach (
                    var value in new[]
                    {
                        "{}",
                        "[]",
                        "[[[]]]",
                        "[null]",
                        "{ \"a\": { \"b\": [] } }",
                        "1e400",
                        "-1",
                        "true",
                        "\"\\u0000'\\\"<>\"",
                        "null",
                        "[1, {}]",
                    }
                )
                {
                    var request = sample.DeepClone().AsObject();
                    request[field.Wire] = JsonNode.Parse(value);
                    using var answer = await RawCall.SendAsync(desk.Esms, contract.Path, request.ToJsonString());
                    Assert.Equal(200, (int)answer.StatusCode);
                    asked++;
                }
            }
        }

        Assert.True(asked > 1000, $"{asked}");
        Assert.DoesNotContain(
            desk.Esms.Requests,
            static request => request.Problems.Any(static problem => problem.Contains("the emulator failed", StringComparison.Ordinal))
        );
        Assert.All(desk.Esms.Requests, static request => Assert.NotNull(request.Code));
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_not_read()
    {
        await using var desk = await Desk.StartAsync(new() { MaxBodyBytes = 1000 });

        using var answer = await RawCall.SendBodyAsync(desk.Esms, Care, new byte[2000], "application/json");

        Assert.Equal(413, (int)answer.StatusCode);
        await desk.SendSmsAsync();
    }

    [Fact]
    public async Task Very_deep_bodies_are_refused()
    {
        await using var desk = await Desk.StartAsync();
        var json = Encoding.UTF8.GetBytes(new string('[', 100_000));
        var xml = Encoding.UTF8.GetBytes("<RQST>" + string.Concat(Enumerable.Repeat("<a>", 100_000)));

        using var one = await RawCall.SendBodyAsync(desk.Esms, Care, json, "application/json");
        using var two = await RawCall.SendBodyAsync(desk.Esms, "SendMultipleMessage_V4/", xml, "text/plain");

        Assert.Equal((200, 200), ((int)one.StatusCode, (int)two.StatusCode));
        await desk.SendSmsAsync();
    }

    [Fact]
    public async Task Another_method_is_not_allowed()
    {
        await using var desk = await Desk.StartAsync();

        using var answer = await RawCall.SendBodyAsync(desk.Esms, Care, [], null, HttpMethod.Put);

        Assert.Equal((405, "POST"), ((int)answer.StatusCode, Assert.Single(answer.Content.Headers.Allow)));
    }
}
