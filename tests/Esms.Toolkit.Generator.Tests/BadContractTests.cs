using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Esms.Toolkit.Tests.Harness;

namespace Esms.Toolkit.Tests;

/// <summary>
/// The contracts in <c>Contracts/bad</c>, each with one mistake. The first line of each names the problem and the word it underlines:
/// <c>// ESMS005 at "mony"</c>. Where the word stands there more than once, a number behind it says which one: <c>// ESMS006 at "Id" (2)</c>.
/// </summary>
public sealed partial class BadContractTests
{
    private static readonly string Folder = Path.Combine(
        typeof(BadContractTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static data => data.Key == "ProjectDirectory")
            .Value!,
        "Contracts",
        "bad"
    );

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Folder).Select(static path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void One_mistake_is_one_problem_at_its_word_and_another_contract_is_generated(string name)
    {
        var bad = new TestContract(name, File.ReadAllText(Path.Combine(Folder, name)).ReplaceLineEndings("\n"));
        var (id, word, start) = ReadHeader(bad.Text);

        var outcome = GeneratorHarness.Run(bad, TestContract.Smallest("GetOther"));

        var problem = Assert.Single(outcome.Problems);
        var span = problem.Location.SourceSpan;
        Assert.Equal((id, name), (problem.Id, problem.Location.GetLineSpan().Path));
        Assert.Equal((word, start), (bad.Text.Substring(span.Start, span.Length), span.Start));
        Assert.Contains("Account.GetOther.g.cs", outcome.Files.Keys);
    }

    /// <summary>What the first line announces, and where the word begins that it means; no word is the end of the file.</summary>
    private static (string Id, string Word, int Start) ReadHeader(string text)
    {
        var header = Header().Match(text);
        Assert.True(header.Success, "The first line names no problem.");
        var word = header.Groups["word"].Value;
        if (word.Length == 0)
            return (header.Groups["id"].Value, word, text.Length);
        var pattern = (char.IsLetterOrDigit(word[0]) ? @"\b" : "") + Regex.Escape(word) + (char.IsLetterOrDigit(word[^1]) ? @"\b" : "");
        var places = new Regex(pattern).Matches(text, header.Length);
        var number = header.Groups["number"];
        Assert.True(places.Count > 0, "The word that the first line names does not stand in the contract.");
        Assert.True(number.Success || places.Count == 1, "The word stands there more than once; say which one.");
        return (header.Groups["id"].Value, word, places[number.Success ? int.Parse(number.Value, CultureInfo.InvariantCulture) - 1 : 0].Index);
    }

    [GeneratedRegex("""^// (?<id>ESMS\d{3}) at "(?<word>.*)"(?: \((?<number>\d+)\))?\n(?:// beyond a schema: .+\n)?""", RegexOptions.ExplicitCapture)]
    private static partial Regex Header();
}
