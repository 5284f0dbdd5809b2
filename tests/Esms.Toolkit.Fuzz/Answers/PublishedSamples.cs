using Esms.Toolkit.Fuzz.Mutation;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Fuzz.Answers;

/// <summary>What mutation starts from: every published answer, and every published call that eSMS makes.</summary>
/// <param name="Answers">The answers, with their operations.</param>
/// <param name="Queries">The queries, with the names of their calls.</param>
internal sealed record PublishedSamples(IReadOnlyList<(string Contract, Tree Answer)> Answers, IReadOnlyList<(string Contract, string Query)> Queries)
{
    public static PublishedSamples Load()
    {
        var contracts = Directory
            .GetFiles(Repository.PathOf("contracts"), "*.esms.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(static path => Tree.Of(JsonParser.Parse(File.ReadAllText(path))))
            .ToList();
        return new PublishedSamples(
            [.. Of(contracts, "operation", "response")],
            [.. Of(contracts, "inbound", "query").Select(static pair => (pair.Contract, pair.Value.Text!))]
        );
    }

    private static IEnumerable<(string Contract, Tree Value)> Of(IEnumerable<Tree> contracts, string kind, string member) =>
        from contract in contracts
        let name = Member(contract, kind)?.Text
        where name is not null
        from sample in Member(contract, "samples")?.Items ?? []
        let value = Member(sample, member)
        where value is not null
        select (name, value);

    private static Tree? Member(Tree tree, string name) => tree.Members?.FirstOrDefault(member => member.Name == name)?.Value;
}
