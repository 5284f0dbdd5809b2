using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Esms.Toolkit.Tests.Harness;

/// <summary>
/// Searches everything that the steps of a pipeline hold for objects of Roslyn. One of them would keep whole compilations alive, and would
/// compare unequal at every keystroke.
/// </summary>
internal static class GraphGuard
{
    public static void AssertNoRoslynObjects(GeneratorDriverRunResult result)
    {
        var names = typeof(StepNames).GetFields().Select(static field => (string)field.GetRawConstantValue()!).ToHashSet(StringComparer.Ordinal);
        var steps = result.Results.Single().TrackedSteps.Where(step => names.Contains(step.Key)).ToList();
        Assert.NotEmpty(steps);
        foreach (var (name, runs) in steps)
        {
            foreach (var output in runs.SelectMany(static run => run.Outputs))
                Visit(output.Value, name, new HashSet<object>(ReferenceEqualityComparer.Instance));
        }
    }

    private static void Visit(object? node, string path, HashSet<object> seen)
    {
        if (node is null || node.GetType().IsPrimitive || node is string || !seen.Add(node))
            return;
        if (node is Compilation or ISymbol or SyntaxNode or SyntaxTree or SemanticModel or Location or SourceText or AdditionalText or Diagnostic)
            Assert.Fail($"The pipeline holds a {node.GetType().Name} at {path}.");
        if (node is IEnumerable items)
        {
            foreach (var item in items)
                Visit(item, $"{path}[]", seen);
        }
        for (var type = node.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                Visit(field.GetValue(node), $"{path}.{field.Name}", seen);
        }
    }
}
