using Esms.Toolkit.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Esms.Toolkit.Fuzz;

/// <summary>Compiles what came of many contracts at once, each in a namespace of its own. A warning is an error.</summary>
internal static class BatchCompiler
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    /// <summary>What every compilation begins as: they share the references then, and what is known of them.</summary>
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Fuzz",
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            // The clients of the toolkit are none of the project that a mutant is compiled in.
            .Where(static path => Path.GetFileName(path) is not ("Esms.Toolkit.dll" or "esms.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error
        )
    );

    /// <summary>Compiles a batch, and without those that did not compile again, until nothing is wrong.</summary>
    /// <param name="shared">What all of them use.</param>
    /// <returns>The complaints about contracts that did not compile, by their numbers.</returns>
    public static IReadOnlyDictionary<int, string> Compile(
        IReadOnlyDictionary<int, IReadOnlyList<GeneratedFile>> contracts,
        IReadOnlyList<GeneratedFile> shared
    )
    {
        var wrong = new Dictionary<int, string>();
        var left = contracts.ToDictionary();
        while (left.Count > 0)
        {
            var found = Complaints(left, shared);
            if (found.Count == 0)
                break;
            foreach (var (number, complaint) in found)
            {
                wrong.Add(number, complaint);
                left.Remove(number);
            }
        }
        return wrong;
    }

    private static Dictionary<int, string> Complaints(
        IReadOnlyDictionary<int, IReadOnlyList<GeneratedFile>> contracts,
        IReadOnlyList<GeneratedFile> shared
    )
    {
        var numbers = new Dictionary<SyntaxTree, int>();
        foreach (var (number, files) in contracts)
        {
            foreach (var file in files)
                numbers.Add(Parse(file), number);
        }
        return Empty
            .AddSyntaxTrees(shared.Select(Parse).Concat(numbers.Keys))
            .GetDiagnostics()
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToLookup(error => numbers[error.Location.SourceTree ?? throw new InvalidOperationException($"No file is to blame for {error}.")])
            .ToDictionary(static group => group.Key, static group => Describe(group.First()));
    }

    private static SyntaxTree Parse(GeneratedFile file) => CSharpSyntaxTree.ParseText(file.Text, ParseOptions, file.Name);

    private static string Describe(Diagnostic error) => $"{error.Id}: {error.GetMessage(null)} ({error.Location.GetLineSpan()})";
}
