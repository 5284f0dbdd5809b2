using System.Text.RegularExpressions;
using Esms.Toolkit.Fuzz.Mutation;
using Esms.Toolkit.Reader;
using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Fuzz;

/// <summary>What mutation starts from: every contract of the repository, those in the pages about problems included.</summary>
internal sealed partial class Corpus
{
    private static readonly string[] ContractFolders = ["contracts", "tests/Esms.Toolkit.Generator.Tests/Contracts"];

    private Corpus(IEnumerable<string> texts)
    {
        var all = texts.ToList();
        Shared = new SharedTypeFiles(all.Where(static text => ContractReader.Read("corpus", text).Model is SharedTypes { Types.Count: > 0 }));
        Accepted = [.. all.Where(text => ContractTrial.Of(text, "Corpus", withRoot: false, Shared).Files.Count > 0)];
        Refused = [.. all.Except(Accepted, StringComparer.Ordinal)];
        AcceptedTrees = [.. Accepted.Select(TryParse).OfType<Tree>()];
        Trees = [.. AcceptedTrees.Concat(Refused.Select(TryParse).OfType<Tree>())];
    }

    /// <summary>The types that stand beside every mutant, in files of their own.</summary>
    public SharedTypeFiles Shared { get; }

    /// <summary>Contracts that are right: of operations, of inbound calls, of types, and the table of codes.</summary>
    public IReadOnlyList<string> Accepted { get; }

    /// <summary>Contracts that are wrong on purpose.</summary>
    public IReadOnlyList<string> Refused { get; }

    public IReadOnlyList<Tree> AcceptedTrees { get; }

    public IReadOnlyList<Tree> Trees { get; }

    public static Corpus Load()
    {
        var contracts = ContractFolders.SelectMany(static folder => FilesIn(folder, "*.esms.json"));
        var blocks = FilesIn("generator/docs", "*.md")
            .SelectMany(static page => JsonBlock().Matches(page))
            .Select(static match => match.Groups[1].Value);
        return new Corpus(contracts.Concat(blocks));
    }

    private static IEnumerable<string> FilesIn(string folder, string pattern) =>
        Directory.GetFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText);

    private static Tree? TryParse(string text)
    {
        try
        {
            return Tree.Of(JsonParser.Parse(text));
        }
        catch (JsonSyntaxException)
        {
            return null; // The page about contracts that are not JSON.
        }
    }

    [GeneratedRegex("```json\r?\n(.*?)\n```", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex JsonBlock();
}
