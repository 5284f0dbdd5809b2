using Esms.Tests.Contracts;

namespace Esms.Tests.Receiving.Server;

/// <summary>The published calls, from the contracts.</summary>
internal static class Published
{
    public static IEnumerable<string> Names(string contract) =>
        ContractJson.OfInbound(contract).Samples.Select(static sample => (string)sample["name"]!);

    public static string Query(string contract, string sample) =>
        (string)ContractJson.OfInbound(contract).Samples.Single(item => (string?)item["name"] == sample)["query"]!;

    public static string Viber => Query("DeliveryCallback", "Viber");
}
