using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Esms.Cli.Tests;

/// <summary>The command and the compiler say the same of every wrong contract of the generator's tests: one reader, one verdict.</summary>
public sealed partial class SameVerdictTests
{
    private static readonly string Corpus = Repository.PathOf("tests", "Esms.Toolkit.Generator.Tests", "Contracts", "bad");

    [Fact]
    public async Task Of_each_wrong_contract_by_itself()
    {
        var paths = Directory.GetFiles(Corpus);
        Assert.True(paths.Length > 250);
        foreach (var path in paths)
        {
            var told = await CommandAsync(path);
            Assert.NotEmpty(told);
            Assert.Equal(Compiler([path]), told);
        }
    }

    [Fact]
    public async Task Of_all_wrong_contracts_together() =>
        Assert.Equal(Compiler([.. Directory.GetFiles(Corpus).Order(StringComparer.Ordinal)]), await CommandAsync(Corpus));

    private static async Task<List<string>> CommandAsync(string path)
    {
        var check = await Desk.RunAsync("contracts", "check", path);
        var told = check.Output.Split('\n').Where(static line => Verdict().IsMatch(line)).Order(StringComparer.Ordinal).ToList();
        check.AssertEndsWith(told.Exists(static line => line.Contains("): error ESMS", StringComparison.Ordinal)) ? 1 : 0);
        return told;
    }

    private static List<string> Compiler(IReadOnlyList<string> paths)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new Toolkit.ContractGenerator().AsSourceGenerator()],
            paths.Select(static path => new FileText(path)).ToImmutableArray<AdditionalText>()
        );
        var result = driver.RunGenerators(CSharpCompilation.Create("Empty"), TestContext.Current.CancellationToken).GetRunResult();
        return [.. result.Diagnostics.Select(Line).Order(StringComparer.Ordinal)];
    }

    private static string Line(Diagnostic problem)
    {
        var at = problem.Location.GetLineSpan();
        var severity = problem.Severity == DiagnosticSeverity.Warning ? "warning" : "error";
        return $"{at.Path}({at.StartLinePosition.Line + 1},{at.StartLinePosition.Character + 1}): {severity} {problem.Id}: {problem.GetMessage(CultureInfo.InvariantCulture)}";
    }

    [GeneratedRegex(@"\(\d+,\d+\): (error|warning) ESMS\d{3}: ")]
    private static partial Regex Verdict();

    private sealed class FileText(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(path));
    }
}
