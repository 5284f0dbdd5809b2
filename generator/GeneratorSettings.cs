using Microsoft.CodeAnalysis.Diagnostics;

namespace Esms.Toolkit;

/// <summary>What a project says about the code that is generated into it.</summary>
/// <param name="Namespace">The namespace of the code: the root namespace of the project.</param>
/// <param name="RootClient">The name of a class that has all clients as properties, or null for none.</param>
internal sealed record GeneratorSettings(string Namespace, string? RootClient)
{
    private const string FallbackNamespace = "EsmsContracts";

    public static GeneratorSettings Read(AnalyzerConfigOptions options)
    {
        options.TryGetValue("build_property.RootNamespace", out var rootNamespace);
        options.TryGetValue("build_property.EsmsRootClient", out var rootClient);
        return new GeneratorSettings(
            string.IsNullOrWhiteSpace(rootNamespace) ? FallbackNamespace : rootNamespace!,
            string.IsNullOrWhiteSpace(rootClient) ? null : rootClient
        );
    }
}
