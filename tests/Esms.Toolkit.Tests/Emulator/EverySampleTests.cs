using System.Text.Json;
using System.Text.Json.Nodes;
using Esms.Emulator;
using Esms.Tests.Contracts;
using Esms.Tests.Samples;

namespace Esms.Tests.Emulator;

/// <summary>Every sample of every contract, refusals included: what the emulator answers is what the typed answer holds.</summary>
public sealed class EverySampleTests
{
    public static TheoryData<string, string> Samples
    {
        get
        {
            var samples = new TheoryData<string, string>();
            foreach (var contract in ContractJson.All)
            {
                foreach (var sample in contract.Samples)
                    samples.Add(contract.Operation, (string)sample["name"]!);
            }
            return samples;
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task It_arrives_whole(string operation, string sample)
    {
        var contract = ContractJson.Of(operation);
        var published = contract.Samples.Single(candidate => (string)candidate["name"]! == sample)["response"]!.AsObject();
        await using var emulator = await EsmsEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        emulator.AnswerNext(operation, sample);

        var (response, written, isRefusal) = await SampleCalls.All[operation].AskAsync(emulator.Options);

        Assert.Equal(contract.IsAccepted(published), !isRefusal);
        Assert.Null(response.UnknownMembers);
        SampleJson.AssertSame(Plain(published).ToJsonString(), Plain(JsonNode.Parse(written)!).ToJsonString());
    }

    /// <summary>
    /// The values alone: a typed answer does not tell a member that is null, or the text "null", from one that is absent, nor an id that came
    /// as a number from one that came as a text. The digits stay as they are.
    /// </summary>
    private static JsonNode Plain(JsonNode node) =>
        node switch
        {
            JsonObject value => new JsonObject(
                value
                    .Where(static member => !IsNothing(member.Value))
                    .Select(static member => KeyValuePair.Create(member.Key, (JsonNode?)Plain(member.Value!)))
            ),
            JsonArray list => new JsonArray([.. list.Select(static item => item is null ? null : Plain(item))]),
            _ => node.GetValueKind() == JsonValueKind.Number ? JsonValue.Create(node.ToJsonString()) : node.DeepClone(),
        };

    private static bool IsNothing(JsonNode? node) => node is null || (node.GetValueKind() == JsonValueKind.String && (string?)node == "null");
}
