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
            "Whether it is a trial. A trial is checked, and neither stored nor sent nor billed.",
            outcome.Files["Everything.FindEverything.g.cs"],
            StringComparison.Ordinal
        );
    }
}
