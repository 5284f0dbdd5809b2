using System.Text.Json;
using System.Text.Json.Nodes;
using Esms.Toolkit.Tests.Harness;

namespace Esms.Toolkit.Tests;

/// <summary>Optional members of every type that cannot be read, in generated code.</summary>
public sealed class UnreadableMemberTests
{
    private const string Head = "\"CodeResponse\":\"100\",\"Text\":\"x\",\"Number\":1,\"Amount\":2";

    /// <summary>A member with a value that it cannot have, and where it is kept.</summary>
    private static readonly (string Member, string Json, string Kept)[] Odd =
    [
        ("optional_text", "5", ""),
        ("Large", "\"\"", ""),
        ("Ratio", "\"x\"", ""),
        ("IsTrue", "\"perhaps\"", ""),
        ("Flag", "2", ""),
        ("Kind", "1.5", ""),
        ("SentTime", "\"/Date(x)/\"", ""),
        ("Delivered", "true", ""),
        ("CallDuration", "\"long\"", ""),
        ("ErrorInfo", "{\"user_id\":\"1\"}", ""),
        ("Details", "{}", ""),
        ("Details", "[{\"Phone\":\"1\"},{\"Phone\":2}]", ""),
        ("Details", "[{\"Phone\":\"1\",\"CodeResult\":[\"100\"]}]", "Details[0].CodeResult"),
        ("Inner", "\"odd\"", ""),
        ("Inner", "{\"user_id\":1}", ""),
        ("Inner", "{\"user_id\":\"1\",\"more\":\"odd\"}", "Inner.more"),
        ("Inner", "{\"user_id\":\"1\",\"more\":{\"user_id\":\"2\",\"more\":{\"user_id\":3}}}", "Inner.more.more"),
        ("Data", "{\"a\":[1]}", ""),
        ("Data", "5", ""),
        ("Data", "[1]", ""),
        ("Data", "[{\"user_id\":\"1\"},7]", ""),
        ("Data", "[{\"user_id\":\"1\"},{\"Phone\":\"2\"},\"many\"]", ""),
        ("Data", "[{\"user_id\":\"1\",\"more\":5},{\"Phone\":\"2\"},3,4,\"l\",true]", "Data[0].more"),
        ("Buttons", "[{\"type\":\"oa.new\",\"payload\":{}},{\"type\":\"oa.newer\"}]", ""),
        ("Buttons", "[5,[]]", ""),
        ("Buttons", "[{\"type\":\"oa.query.show\",\"title\":\"a\",\"payload\":[]}]", ""),
        ("Names", "[\"a\",5,{}]", ""),
        ("Names", "[\"a\",null]", ""),
        ("Numbers", "[1,\"2\",\"x\"]", ""),
        ("TempData", "{\"a\":\"1\",\"b\":[2]}", ""),
        ("TempData", "\"a\"", ""),
        ("if", "false", ""),
    ];

    [Fact]
    public async Task Every_type_can_be_unreadable_and_is_written_as_it_came()
    {
        var answers = Odd.Select(static odd => $"{{\"{odd.Member}\":{odd.Json},{Head}}}")
            .Append($"{{{Head},{string.Join(',', Odd.DistinctBy(static odd => odd.Member).Select(static odd => $"\"{odd.Member}\":{odd.Json}"))}}}")
            .ToList();
        var outcome = GeneratorHarness
            .Start(
                [TestContract.Everything],
                $$"""
                using System.Linq;
                using System.Net.Http;
                using System.Text.Json;
                using System.Threading.Tasks;
                using Shop.Messaging;

                public static class Probe
                {
                    private static readonly string[] Answers = JsonSerializer.Deserialize<string[]>({{JsonSerializer.Serialize(
                    JsonSerializer.Serialize(answers)
                )}})!;

                    public static Task<string> RunAsync(HttpMessageHandler handler) => Task.FromResult(string.Join('\n', Answers.Select(Again)));

                    private static string Again(string answer)
                    {
                        var read = JsonSerializer.Deserialize(answer, GeneratedEsmsJsonContext.Default.FindEverythingResponse)!;
                        return JsonSerializer.Serialize(new[]
                        {
                            string.Join(' ', (read.UnknownMembers ?? new System.Collections.Generic.Dictionary<string, string>()).Keys.OrderBy(static name => name, System.StringComparer.Ordinal)),
                            JsonSerializer.Serialize(read, GeneratedEsmsJsonContext.Default.FindEverythingResponse),
                        });
                    }
                }
                """
            )
            .Run();
        using var handler = new AnsweringHandler("{}");

        Assert.Empty(outcome.Problems);
        var results = (await outcome.CallProbeAsync(handler)).Split('\n').Select(static line => JsonSerializer.Deserialize<string[]>(line)!).ToList();

        foreach (var (odd, answer, result) in Odd.Zip(answers, results))
        {
            Assert.Equal((odd, odd.Kept.Length == 0 ? odd.Member : ""), (odd, result[0]));
            AssertSame(answer, result[1]);
        }
        AssertSame(answers[^1], results[^1][1]);
    }

    /// <summary>A number in quotes that the contract accepts is written as it is meant, and so is the code.</summary>
    private static void AssertSame(string answer, string written)
    {
        var expected = JsonNode.Parse(answer)!.AsObject();
        expected["CodeResponse"] = 100;
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(written)), $"{answer}\n{written}");
    }
}
