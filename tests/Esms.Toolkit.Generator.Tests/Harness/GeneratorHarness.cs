using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Esms.Toolkit.Tests.Harness;

/// <summary>
/// Runs the generator as the compiler does. Every run of every test is followed by a second one over a copy of the compilation, which must
/// find everything cached, and by a search for Roslyn objects in the pipeline. So no test can forget them.
/// </summary>
internal sealed class GeneratorHarness
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12);

    private static readonly IReadOnlyList<MetadataReference> References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path))];

    private Compilation _compilation;
    private GeneratorDriver _driver;

    private GeneratorHarness(IIncrementalGenerator generator, IEnumerable<TestContract> contracts, TestOptions options, string source)
    {
        _compilation = CSharpCompilation.Create(
            "Generated",
            [CSharpSyntaxTree.ParseText(source, ParseOptions)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            contracts.Select(static contract => new TestText(contract)),
            ParseOptions,
            options,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    /// <summary>Runs once and gives back what came out.</summary>
    public static GeneratorOutcome Run(params IEnumerable<TestContract> contracts) => Start(contracts).Run();

    public static GeneratorHarness Start(IEnumerable<TestContract> contracts, string source = "", IIncrementalGenerator? generator = null, string? rootClient = null) => new(
        generator ?? new ContractGenerator(),
        contracts,
        new TestOptions(("RootNamespace", "Shop.Messaging"), ("EsmsRootClient", rootClient ?? string.Empty)),
        source);

    public GeneratorOutcome Run()
    {
        _driver = _driver.RunGenerators(_compilation, TestContext.Current.CancellationToken);
        var outcome = GeneratorOutcome.Of(_compilation, _driver.GetRunResult());
        var again = _driver.RunGenerators(_compilation.Clone(), TestContext.Current.CancellationToken).GetRunResult();
        CachingGuard.AssertAllCached(again);
        GraphGuard.AssertNoRoslynObjects(again);
        return outcome;
    }

    public GeneratorHarness AddSource(string source)
    {
        _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, ParseOptions));
        return this;
    }

    public GeneratorHarness Replace(TestContract old, TestContract edited)
    {
        var text = FindText(old);
        _driver = _driver.ReplaceAdditionalText(text, new TestText(edited));
        return this;
    }

    public GeneratorHarness Add(TestContract contract)
    {
        _driver = _driver.AddAdditionalTexts([new TestText(contract)]);
        return this;
    }

    public GeneratorHarness Remove(TestContract contract)
    {
        _driver = _driver.RemoveAdditionalTexts([FindText(contract)]);
        return this;
    }

    /// <summary>The object under the contract's path: the driver tells additional texts apart by identity.</summary>
    private AdditionalText FindText(TestContract contract) =>
        _driver.GetRunResult().Results[0].TrackedSteps["AdditionalTexts"].SelectMany(static step => step.Outputs)
            .Select(static output => (AdditionalText)output.Value)
            .Single(text => text.Path == contract.Path);
}
