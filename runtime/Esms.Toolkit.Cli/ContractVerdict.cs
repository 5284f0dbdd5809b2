using Esms.Toolkit.Contract;
using Esms.Toolkit.Contract.Check;
using Esms.Toolkit.Contract.Problems;

namespace Esms.Cli;

/// <summary>What the checker says of a contract by itself, its samples included.</summary>
internal static class ContractVerdict
{
    public static IReadOnlyList<string> ProblemsOf(string path, string text)
    {
        var syntax = ContractSyntax.Parse(path, text);
        var file = ContractReader.Check(syntax, syntax.Types);
        var samples = file.Endpoint is { } endpoint ? SampleFit.Check(syntax, endpoint, endpoint.Types).ToList() : [];
        return [.. file.Problems.Concat(samples).Select(Describe)];
    }

    private static string Describe(Problem problem) =>
        $"{problem.Place.Path}({problem.Place.From.Line + 1},{problem.Place.From.Column + 1}): {problem.Kind.Id}: {problem.Text}";
}
