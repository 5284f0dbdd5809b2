using System.Diagnostics.CodeAnalysis;
using System.Text;
using Esms.Toolkit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Esms.Docs.Tests.Snippets;

/// <summary>The generator, run as the compiler of a reader runs it.</summary>
internal static class Generation
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12);

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>What every compilation begins as: they share the references then, and what is known of them.</summary>
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Snippet",
        references: References,
        options: new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)
    );

    /// <param name="contracts">Contracts by names, which differ.</param>
    /// <param name="properties">What the project sets.</param>
    /// <returns>The sources with what is generated, and what the generator says of the contracts.</returns>
    public static (CSharpCompilation Compilation, IReadOnlyList<Diagnostic> Problems) Run(
        IEnumerable<SyntaxTree> sources,
        IEnumerable<(string Name, string Text)> contracts,
        params (string Name, string Value)[] properties
    )
    {
        var texts = contracts.Select(static contract => new ContractText($"{contract.Name}.esms.json", contract.Text));
        var driver = CSharpGeneratorDriver.Create([new ContractGenerator().AsSourceGenerator()], texts, ParseOptions, new Settings(properties));
        var before = Empty.AddSyntaxTrees(sources);
        driver.RunGeneratorsAndUpdateCompilation(before, out var compilation, out var problems, TestContext.Current.CancellationToken);
        return ((CSharpCompilation)compilation, problems);
    }

    private sealed class ContractText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }

    /// <summary>The root namespace is that of the toolkit: a snippet need not name another, and types of the source go first.</summary>
    private sealed class Settings((string Name, string Value)[] properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options([("RootNamespace", "Esms"), .. properties]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options((string Name, string Value)[] properties) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = properties.FirstOrDefault(property => key == $"build_property.{property.Name}").Value;
            return value is not null;
        }
    }
}
