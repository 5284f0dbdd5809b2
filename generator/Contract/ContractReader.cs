using Esms.Toolkit.Contract.Check;
using Esms.Toolkit.Contract.Json;
using Esms.Toolkit.Contract.Problems;

namespace Esms.Toolkit.Contract;

/// <summary>The one reader of contracts: text → syntax with places → checked model. The generator, the emulator and the tools all use it.</summary>
internal static class ContractReader
{
    /// <param name="path">Only named in problems; the file is not opened.</param>
    public static ContractFile Read(string path, string text, CancellationToken cancellation = default)
    {
        var problems = new ProblemList(path, text);
        try
        {
            var root = JsonParser.Parse(text, cancellation);
            var (endpoint, names) = EndpointChecker.Check(root, problems);
            return new ContractFile(problems.Problems.Count == 0 ? endpoint : null, names, new(problems.Problems));
        }
        catch (JsonSyntaxException exception)
        {
            problems.Report(ProblemKinds.InvalidJson, exception.Range, exception.Message);
            return new ContractFile(null, EquatableArray<DeclaredName>.Empty, new(problems.Problems.ToArray()));
        }
    }
}
