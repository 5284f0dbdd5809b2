using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Esms.Toolkit.Tests.Harness;

/// <summary>
/// Runs the generator as the compiler does. Every run of every test is followed by a second one over a copy of the compilation, which must
/// find everything cached, and by a search for Roslyn objects in the pipeline. So no test can forget them. (The one exception is a run after
/// a removal.)
/// </summary>
internal sealed class GeneratorHarness
{
    /// <summary>For what is generated: in the oldest C# that is served. Its comments are XML, and are checked as such.</summary>
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp11, DocumentationMode.Diagnose);

    /// <summary>For what tests write, which needs no comments.</summary>
    private static readonly CSharpParseOptions SourceOptions = ParseOptions.WithDocumentationMode(DocumentationMode.Parse);

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            // The clients of the toolkit come along with the fuzzer, and are none of the projects that tests make.
            .Where(static path => Path.GetFileName(path) is not ("Esms.Toolkit.dll" or "esms.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What every compilation begins as: they share the references then, and what is known of them.</summary>
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Generated",
        references: References,
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
    );

    private Compilation _compilation;
    private GeneratorDriver _driver;

    /// <summary>The texts by their paths: the driver tells additional texts apart by identity, tests by path.</summary>
    private ImmutableDictionary<string, TestText> _texts;

    /// <summary>
    /// Whether a second run can be judged. It cannot after a removal: with its steps tracked, and only then, Roslyn (4.8 to 5.0 at least)
    /// keeps an empty slot for the removed input in each Combine, and the next run takes it for one of the inputs that are left.
    /// </summary>
    private bool _guardsSecondRun;

    private GeneratorHarness(
        IIncrementalGenerator generator,
        IEnumerable<TestContract> contracts,
        TestOptions options,
        string source,
        bool tracksSteps
    )
    {
        _guardsSecondRun = tracksSteps;
        var texts = contracts.Select(static contract => new TestText(contract)).ToList();
        _texts = texts.ToImmutableDictionary(static text => text.Path, StringComparer.Ordinal);
        _compilation = Empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, SourceOptions));
        _driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            texts,
            ParseOptions,
            options,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, tracksSteps)
        );
    }

    /// <summary>Runs once and gives back what came out.</summary>
    public static GeneratorOutcome Run(params IEnumerable<TestContract> contracts) => Start(contracts).Run();

    /// <param name="properties">Properties of the project, over the usual ones.</param>
    /// <param name="tracksSteps">Whether to keep why each step ran. A compiler does not; without it there is nothing that guards could ask.</param>
    public static GeneratorHarness Start(
        IEnumerable<TestContract> contracts,
        string source = "",
        IIncrementalGenerator? generator = null,
        string? rootClient = null,
        bool tracksSteps = true,
        params (string Name, string Value)[] properties
    ) =>
        new(
            generator ?? new ContractGenerator(),
            contracts,
            new TestOptions(
                [("AssemblyName", "Generated"), ("RootNamespace", "Shop.Messaging"), ("EsmsRootClient", rootClient ?? string.Empty), .. properties]
            ),
            source,
            tracksSteps
        );

    public GeneratorOutcome Run()
    {
        _driver = _driver.RunGenerators(_compilation, TestContext.Current.CancellationToken);
        var outcome = GeneratorOutcome.Of(_compilation, _driver.GetRunResult());
        if (!_guardsSecondRun)
            return outcome;
        var again = _driver.RunGenerators(_compilation.Clone(), TestContext.Current.CancellationToken).GetRunResult();
        CachingGuard.AssertAllCached(again);
        GraphGuard.AssertNoRoslynObjects(again);
        return outcome;
    }

    public GeneratorHarness AddSource(string source)
    {
        _compilation = _compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, SourceOptions));
        return this;
    }

    /// <summary>Gives the project a name and a project that it references.</summary>
    public GeneratorHarness Named(string name, MetadataReference reference)
    {
        _compilation = _compilation.WithAssemblyName(name).AddReferences(reference);
        return this;
    }

    /// <summary>A harness that goes on from here alone. Everything in it is immutable, so tests can share what one start has done.</summary>
    public GeneratorHarness Fork() => (GeneratorHarness)MemberwiseClone();

    public GeneratorHarness Replace(TestContract old, TestContract edited)
    {
        var text = new TestText(edited);
        _driver = _driver.ReplaceAdditionalText(_texts[old.Path], text);
        _texts = _texts.Remove(old.Path).Add(text.Path, text);
        return this;
    }

    public GeneratorHarness Add(TestContract contract)
    {
        var text = new TestText(contract);
        _driver = _driver.AddAdditionalTexts([text]);
        _texts = _texts.Add(text.Path, text);
        return this;
    }

    public GeneratorHarness Remove(TestContract contract)
    {
        _driver = _driver.RemoveAdditionalTexts([_texts[contract.Path]]);
        _texts = _texts.Remove(contract.Path);
        _guardsSecondRun = false;
        return this;
    }
}
