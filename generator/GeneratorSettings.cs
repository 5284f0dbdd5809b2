using Microsoft.CodeAnalysis.Diagnostics;

namespace Esms.Toolkit;

/// <summary>What a project says about the code that is generated into it.</summary>
/// <param name="Namespace">The namespace of the code, made of the root namespace of the project.</param>
/// <param name="RootClient">The name of a class that has all clients as properties, or null for none.</param>
/// <param name="Prefix">What begins the names of the classes that list all contracts: two projects of one namespace have each its own.</param>
/// <param name="HasBuiltInClients">Whether the project uses the package Esms.Toolkit too, whose names it can hide.</param>
internal sealed record GeneratorSettings(
    string Namespace,
    string? RootClient,
    string Prefix = GeneratorSettings.Toolkit,
    bool HasBuiltInClients = false
)
{
    internal const string Toolkit = "Esms";

    private const string Own = "App" + Toolkit;

    public string JsonContext => Prefix + "JsonContext";

    public string KeyedSends => Prefix + "KeyedSends";

    public static GeneratorSettings Read(AnalyzerConfigOptions options)
    {
        var rootNamespace = Property(options, "RootNamespace");
        var rootClient = Property(options, "EsmsRootClient");
        var hasBuiltInClients = Property(options, "EsmsHasBuiltInClients") == "true";
        var prefix = PrefixOf(rootClient is null ? Property(options, "AssemblyName") ?? rootNamespace ?? string.Empty : StemOf(rootClient));
        return new GeneratorSettings(
            RootNamespace.ToNamespace(rootNamespace),
            rootClient,
            // In a project that is called Esms, or has no letter in its name, it would hide the context of the built-in clients.
            hasBuiltInClients && prefix.Equals(Toolkit, StringComparison.OrdinalIgnoreCase)
                ? Own
                : prefix,
            hasBuiltInClients
        );
    }

    /// <summary>The name of the root client without "Client", as in AddShop of ShopClient.</summary>
    public static string StemOf(string rootClient) =>
        rootClient.Length > "Client".Length && rootClient.EndsWith("Client", StringComparison.Ordinal)
            ? rootClient.Substring(0, rootClient.Length - "Client".Length)
            : rootClient;

    /// <summary>ShopEsms for Shop, so that a ShopJsonContext of the project's own is no obstacle.</summary>
    private static string PrefixOf(string name)
    {
        var prefix = RootNamespace.ToPascalCase(name);
        return prefix.EndsWith(Toolkit, StringComparison.Ordinal) ? prefix : prefix + Toolkit;
    }

    private static string? Property(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("build_property." + name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
