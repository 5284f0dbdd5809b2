using Esms.Tests.Contracts;
using Esms.Tests.Server;

namespace Esms.Tests.Inbound;

/// <summary>The published calls, from the contracts, made over real HTTP.</summary>
internal static class InboundSamples
{
    /// <summary>The query of a sample.</summary>
    public static string Query(string contract, string sample) =>
        (string)ContractJson.OfInbound(contract).Samples.Single(item => (string?)item["name"] == sample)["query"]!;

    /// <summary>
    /// Calls an address of ours with the sample, and hands over what arrived: the query as it came, and as the framework decoded it.
    /// </summary>
    public static async Task<(string Raw, IReadOnlyDictionary<string, string> Decoded)> CallAsync(string contract, string sample)
    {
        await using var server = await LoopbackServer.AnsweringAsync("ok");
        using var http = new HttpClient();
        var address = ExactAddress.Of($"{server.Options.BaseAddress}callback?{Query(contract, sample)}");
        using var answer = await http.GetAsync(address, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        var request = Assert.Single(server.Received);
        return (request.Target[request.Target.IndexOf('?', StringComparison.Ordinal)..], request.Query);
    }
}
