using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Esms.Toolkit.Budgets.Generator;

/// <summary>System.Text.Json's own generator, out of the SDK that built this program; the project file copies it beside the program.</summary>
internal static class JsonGenerator
{
    private static readonly Type Type = Assembly
        .LoadFrom(Path.Combine(AppContext.BaseDirectory, "analyzers", "System.Text.Json.SourceGeneration.dll"))
        .GetType("System.Text.Json.SourceGeneration.JsonSourceGenerator", throwOnError: true)!;

    public static ISourceGenerator New() => ((IIncrementalGenerator)Activator.CreateInstance(Type)!).AsSourceGenerator();
}
