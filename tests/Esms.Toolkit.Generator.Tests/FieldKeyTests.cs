using System.Globalization;
using Esms.Toolkit.Tests.Harness;

namespace Esms.Toolkit.Tests;

/// <summary>Keys of fields that mean the same wherever the field stands.</summary>
public sealed class FieldKeyTests
{
    [Fact]
    public async Task A_number_that_an_answer_has_in_quotes_is_written_back_in_quotes()
    {
        var contract = TestContract.Everything.Edit(
            "\"Kind\": { \"type\": \"Kind|string\", \"summary\": \"A kind.\" }",
            "\"Kind\": { \"type\": \"Kind\", \"as\": \"text\", \"summary\": \"A kind.\" }"
        );
        var outcome = GeneratorHarness
            .Start(
                [contract],
                """
                using System.Net.Http;
                using System.Text.Json;
                using System.Threading.Tasks;
                using Shop.Messaging;

                public static class Probe
                {
                    public static Task<string> RunAsync(HttpMessageHandler handler)
                    {
                        var answer = JsonSerializer.Deserialize("{\"CodeResponse\":100,\"Text\":\"x\",\"Number\":1,\"Amount\":2,\"Kind\":\"26\"}", GeneratedEsmsJsonContext.Default.FindEverythingResponse)!;
                        return Task.FromResult($"{answer.Kind} {JsonSerializer.Serialize(answer, GeneratedEsmsJsonContext.Default.FindEverythingResponse)}");
                    }
                }
                """
            )
            .Run();
        using var handler = new AnsweringHandler("{}");

        Assert.Empty(outcome.Problems);
        Assert.Equal(
            "Special {\"CodeResponse\":100,\"Text\":\"x\",\"Number\":1,\"Amount\":2,\"Kind\":\"26\"}",
            await outcome.CallProbeAsync(handler)
        );
    }

    [Fact]
    public void A_trial_may_be_switched_on_inside_an_object()
    {
        var contract = TestContract.Everything.Edit(
            "\"more\": {",
            "\"Sandbox\": { \"type\": \"flag\", \"as\": \"text\", \"sandbox\": true, \"summary\": \"Whether it is a trial.\" }, \"more\": {"
        );

        var outcome = GeneratorHarness.Run(contract).AssertCompiles();

        Assert.Empty(outcome.Problems);
        Assert.Contains(
            "Whether it is a trial. A trial is checked, except for its text, but neither sent nor billed. It uses up its RequestId.",
            outcome.Files["Everything.FindEverything.g.cs"],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("\"type\": \"flag\", \"as\": \"text\"", "minCount: request.Sandbox == true ? 1 : 2, maxCount: 3")]
    [InlineData("\"type\": \"bool\", \"default\": false", "minCount: request.Sandbox ? 1 : 2, maxCount: 3")]
    public void A_trial_needs_one_item_of_a_list(string type, string argument)
    {
        var contract = TestContract
            .Everything.Edit("\"minCount\": 1, \"maxCount\": 3", "\"minCount\": 2, \"maxCount\": 3")
            .Edit("\"Sandbox\": { \"type\": \"flag\", \"as\": \"text\"", $"\"Sandbox\": {{ {type}");

        var outcome = GeneratorHarness.Run(contract).AssertCompiles();

        Assert.Contains(argument, string.Concat(outcome.Files.Values), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Sandbox\": \"1\"", false)]
    [InlineData("\"Sandbox\": \"0\"", true)]
    [InlineData("\"IsTrue\": true", true)]
    public void A_sample_of_a_trial_may_have_one_item_of_a_list(string member, bool isWrong)
    {
        var contract = new TestContract(
            "Send.esms.json",
            $$"""
            {
              "operation": "Send", "client": "Sms", "summary": "Sends.", "docs": "https://developers.esms.vn/", "post": "https://rest.esms.vn/Send",
              "repeat": "never",
              "request": {
                "ApiKey": { "credential": "apiKey" }, "SecretKey": { "credential": "secretKey" },
                "Phones": { "type": "string[]", "required": true, "minCount": 30, "summary": "The recipients." },
                "IsTrue": { "type": "bool", "summary": "A truth." },
                "Sandbox": { "type": "flag", "as": "text", "sandbox": true, "summary": "Whether this is a trial." }
              },
              "response": { "CodeResult": { "result": ["100"] } },
              "samples": [{ "name": "three", "request": { "Phones": ["1", "2", "3"], {{member}} }, "response": { "CodeResult": "100" } }]
            }
            """
        );

        var problems = GeneratorHarness.Run(contract).Problems;

        if (isWrong)
            Assert.Contains("an array of 3", Assert.Single(problems).GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        else
            Assert.Empty(problems);
    }
}
