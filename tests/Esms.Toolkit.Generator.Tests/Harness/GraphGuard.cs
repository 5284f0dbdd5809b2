using System.Collections;
using System.Collections.Concurrent;
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
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();

    public static void AssertNoRoslynObjects(GeneratorDriverRunResult result)
    {
        var names = typeof(StepNames).GetFields().Select(static field => (string)field.GetRawConstantValue()!).ToHashSet(StringComparer.Ordinal);
        var steps = result.Results.Single().TrackedSteps.Where(step => names.Contains(step.Key)).ToList();
        Assert.NotEmpty(steps);
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (name, runs) in steps)
        {
            foreach (var output in runs.SelectMany(static run => run.Outputs))
                Visit(output.Value, name, seen);
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
        foreach (var field in Fields.GetOrAdd(node.GetType(), FieldsOf))
            Visit(field.GetValue(node), $"{path}.{field.Name}", seen);
    }

    /// <summary>The fields that can hold an object other than a text.</summary>
    private static FieldInfo[] FieldsOf(Type? type)
    {
        var fields = new List<FieldInfo>();
        for (; type is not null && type != typeof(object); type = type.BaseType)
            fields.AddRange(
                type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                    .Where(static field => CanHold(field.FieldType))
            );
        return [.. fields];
    }

    private static bool CanHold(Type type) =>
        type != typeof(string) && !type.IsPrimitive && !type.IsEnum && (!type.IsValueType || type.IsGenericType || FieldsOf(type).Length > 0);
}
