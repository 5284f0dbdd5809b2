using System.Reflection;
using Esms.Toolkit.Budgets.Generator;
using Microsoft.CodeAnalysis;

namespace Esms.Toolkit.Budgets.Json;

/// <summary>What both generators make, for all contracts, in one assembly that is compiled as a release is.</summary>
internal sealed class TwinAssembly(AllContracts contracts)
{
    private readonly Type _driver = Compile(contracts).GetType(DriverCode.TypeName, throwOnError: true)!;

    /// <summary>By operation.</summary>
    public IReadOnlyDictionary<string, Reading> Readings() =>
        (IReadOnlyDictionary<string, Reading>)_driver.GetMethod(nameof(Readings))!.Invoke(null, null)!;

    public IReadOnlyList<Writing> Writings() => (IReadOnlyList<Writing>)_driver.GetMethod(nameof(Writings))!.Invoke(null, null)!;

    private static Assembly Compile(AllContracts contracts)
    {
        string[] sources = [TwinConverters.Text, TwinClasses.OfAnswers(contracts), TwinClasses.OfRequests(contracts), DriverCode.Write(contracts)];
        Compilation compilation = Compiling.Empty.AddSyntaxTrees(sources.Select(Compiling.Parse));
        foreach (var driver in new[] { Compiling.Ours(contracts.Texts), Compiling.Theirs() })
        {
            driver.RunGeneratorsAndUpdateCompilation(compilation, out compilation, out var problems);
            Demand(problems);
        }
        using var image = new MemoryStream();
        Demand(compilation.Emit(image).Diagnostics);
        return Assembly.Load(image.ToArray());
    }

    private static void Demand(IEnumerable<Diagnostic> problems)
    {
        var errors = problems.Where(static problem => problem.Severity == DiagnosticSeverity.Error).Take(10).ToList();
        if (errors.Count > 0)
            throw new InvalidOperationException(string.Join('\n', errors));
    }
}
