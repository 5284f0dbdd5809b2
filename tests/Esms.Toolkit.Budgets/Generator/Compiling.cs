using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Esms.Toolkit.Budgets.Generator;

/// <summary>Compilations and drivers as the compiler makes them, over one set of references.</summary>
internal static class Compiling
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12);

    /// <summary>What every compilation begins as: they share the references then, and what is known of them.</summary>
    public static CSharpCompilation Empty { get; } =
        CSharpCompilation.Create(
            "Things",
            references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Select(static path => MetadataReference.CreateFromFile(path)),
            options: new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );

    public static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, ParseOptions);

    /// <summary>Our generator, at its start.</summary>
    /// <param name="tracksSteps">Whether to keep why each step ran, which a compiler does not.</param>
    public static GeneratorDriver Ours(IEnumerable<AdditionalText> contracts, bool tracksSteps = false) =>
        CSharpGeneratorDriver.Create(
            [new ContractGenerator().AsSourceGenerator()],
            contracts,
            ParseOptions,
            null,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, tracksSteps)
        );

    /// <summary>System.Text.Json's generator, at its start.</summary>
    public static GeneratorDriver Theirs() => CSharpGeneratorDriver.Create([JsonGenerator.New()], null, ParseOptions);

    /// <summary>The bytes of the assembly, without symbols.</summary>
    public static long Emit(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success
            ? image.Length
            : throw new InvalidOperationException(
                string.Join('\n', result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(10))
            );
    }

    /// <summary>Generates, compiles, and gives back the bytes of the assembly.</summary>
    public static long Build(Compilation compilation, GeneratorDriver driver)
    {
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out var problems);
        return problems.IsEmpty ? Emit(output) : throw new InvalidOperationException(string.Join('\n', problems.Take(10)));
    }
}
