using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Esms.Emulator;
using Esms.Tests.Samples;

namespace Esms.Tests.Emulator;

/// <summary>One call of each operation against the emulator, which answers with the samples of the contracts.</summary>
public sealed class EveryContractTests
{
    private static readonly JsonDocumentOptions ContractJson = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>What stands as Call in the tests of each operation's samples, which are named after it.</summary>
    private static readonly Dictionary<string, ISampleCall> Calls = typeof(ISampleCall).Assembly.GetTypes()
        .Where(static type => type.Namespace == typeof(ISampleCall).Namespace && type.Name.EndsWith("Tests", StringComparison.Ordinal))
        .ToDictionary(
            static type => type.Name[..^"Tests".Length],
            static type => (ISampleCall)type.GetField("Call", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!);

    public static TheoryData<string> Operations => [.. Calls.Keys];

    [Fact]
    public void No_contract_is_without_a_call() => Assert.Equal(Contracts().Select(static contract => (string)contract["operation"]!).Order(StringComparer.Ordinal), Calls.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_sample_is_answered(string operation)
    {
        await using var emulator = await EsmsEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        await Calls[operation].CallAsync(emulator.Options);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_wrong_key_is_refused_as_published(string operation)
    {
        await using var emulator = await EsmsEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var options = emulator.Options;
        options.SecretKey = "wrong";

        var refusal = await Assert.ThrowsAsync<EsmsApiException>(() => Calls[operation].CallAsync(options));

        Assert.Equal((EsmsResultCode.WrongCredentials, operation), (refusal.Code, refusal.Operation));
        Assert.Equal(PublishedText(operation), refusal.ServiceMessage);
    }

    /// <summary>What a page says about wrong keys; null where none is published.</summary>
    private static string? PublishedText(string operation)
    {
        var contract = Contracts().Single(contract => (string?)contract["operation"] == operation);
        var message = contract["response"]!.AsObject().FirstOrDefault(static member => member.Value is JsonObject field && field["message"] is not null).Key;
        var refusals = (contract["samples"]?.AsArray() ?? []).Select(static sample => sample!["response"]).OfType<JsonObject>();
        var published = refusals.FirstOrDefault(static response => response.Any(static member => member.Value is JsonValue value && value.ToString() == "101"));
        return message is null ? null : (string?)published?[message];
    }

    /// <summary>The contracts of operations that the emulator has; other files have types only, or inbound calls.</summary>
    private static IEnumerable<JsonNode> Contracts()
    {
        var assembly = typeof(EsmsEmulator).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(static name => name.EndsWith(".esms.json", StringComparison.Ordinal)))
        {
            using var text = assembly.GetManifestResourceStream(name)!;
            if (JsonNode.Parse(text, documentOptions: ContractJson)! is JsonObject contract && contract.ContainsKey("operation"))
                yield return contract;
        }
    }
}
