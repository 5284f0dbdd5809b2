using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Esms.Toolkit.Package.Tests.Harness;

namespace Esms.Toolkit.Package.Tests;

/// <summary>The generator as a package: something for the compiler, and nothing that reaches an application.</summary>
public sealed class GeneratorPackageTests(PackedToolkit packages)
{
    private const string Assembly = "analyzers/dotnet/cs/Esms.Toolkit.Generator.dll";

    /// <summary>What the oldest compiler that is served has loaded when it loads a generator: Roslyn 4.8.0 and what came with it.</summary>
    private static readonly Dictionary<string, Version> OfTheCompiler = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 8, 0, 0),
        ["System.Collections.Immutable"] = new(7, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 1, 2),
    };

    [Fact]
    public void It_brings_an_analyzer_what_builds_need_and_the_schema()
    {
        using var package = PackedFile.Open(packages, "Esms.Toolkit.Generator");

        Assert.Equal(
            [
                Assembly,
                "build/CompilerAttributes.cs",
                "build/Esms.Toolkit.Generator.props",
                "build/Esms.Toolkit.Generator.targets",
                "schema/esms-contract.schema.json",
            ],
            package.Files.Where(static name => name.Split('/')[0] is "analyzers" or "build" or "lib" or "schema").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void It_depends_on_nothing_and_does_not_reach_those_who_use_the_project()
    {
        using var package = PackedFile.Open(packages, "Esms.Toolkit.Generator");
        var metadata = package.Metadata();

        Assert.DoesNotContain(metadata.Elements(), static element => element.Name.LocalName == "dependencies");
        Assert.Equal("true", metadata.Elements().Single(static element => element.Name.LocalName == "developmentDependency").Value);
    }

    [Fact]
    public void Its_schema_is_that_of_the_repository()
    {
        using var package = PackedFile.Open(packages, "Esms.Toolkit.Generator");

        var schema = File.ReadAllBytes(Path.Combine(Repository.Root, "contracts", "esms-contract.schema.json"));
        Assert.Equal(schema, package.Read("schema/esms-contract.schema.json"));
    }

    [Fact]
    public void It_refers_to_nothing_that_the_oldest_compiler_would_not_have()
    {
        using var package = PackedFile.Open(packages, "Esms.Toolkit.Generator");
        using var file = new PEReader(new MemoryStream(package.Read(Assembly)));
        var metadata = file.GetMetadataReader();
        var references = metadata
            .AssemblyReferences.Select(metadata.GetAssemblyReference)
            .ToDictionary(reference => metadata.GetString(reference.Name), static reference => reference.Version);

        Assert.Contains("Microsoft.CodeAnalysis", references.Keys);
        Assert.All(
            references,
            static reference =>
                Assert.True(OfTheCompiler.TryGetValue(reference.Key, out var newest) && reference.Value <= newest, $"It refers to {reference}.")
        );
    }
}
