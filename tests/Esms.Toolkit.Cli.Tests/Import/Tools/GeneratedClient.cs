using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Esms.Runtime;
using Esms.Toolkit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Esms.Cli.Tests.Import.Tools;

/// <summary>Contracts, generated and compiled as in a project of a user, and loaded.</summary>
internal sealed class GeneratedClient
{
    private const string Namespace = "EsmsContracts";

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Assembly _assembly;
    private readonly JsonSerializerContext _context;

    private GeneratedClient(Assembly assembly)
    {
        _assembly = assembly;
        var context = assembly.GetType($"{Namespace}.EsmsJsonContext")!;
        _context = (JsonSerializerContext)context.GetProperty("Default", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
    }

    /// <param name="contracts">The contracts by their names.</param>
    /// <param name="sources">C# beside them; it may call what is deprecated.</param>
    public static GeneratedClient Compile(IReadOnlyDictionary<string, string> contracts, params IEnumerable<string> sources)
    {
        using var image = new MemoryStream();
        Assert.Empty(
            Emit(contracts, sources, image)
                .Where(static problem => problem.Severity >= DiagnosticSeverity.Warning && problem.Id is not ("CS1591" or "CS0618"))
                .Select(static problem => problem.ToString())
        );
        return new GeneratedClient(Assembly.Load(image.ToArray()));
    }

    /// <summary>The errors of the compiler, by their ids.</summary>
    public static IReadOnlyList<string> Errors(IReadOnlyDictionary<string, string> contracts, params IEnumerable<string> sources)
    {
        using var image = new MemoryStream();
        return
        [
            .. Emit(contracts, sources, image)
                .Where(static problem => problem.Severity == DiagnosticSeverity.Error)
                .Select(static problem => problem.Id),
        ];
    }

    private static IEnumerable<Diagnostic> Emit(IReadOnlyDictionary<string, string> contracts, IEnumerable<string> sources, Stream image)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp12);
        Compilation compilation = CSharpCompilation.Create(
            "Imported",
            sources.Select(source => CSharpSyntaxTree.ParseText(source, options)),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );
        var driver = CSharpGeneratorDriver.Create(
            [new ContractGenerator().AsSourceGenerator()],
            contracts.Select(static pair => new Text($"{pair.Key}.esms.json", pair.Value)),
            options
        );
        driver.RunGeneratorsAndUpdateCompilation(compilation, out compilation, out var problems);
        return problems.Concat(compilation.Emit(image).Diagnostics);
    }

    /// <summary>Reads an answer with the generated code, and writes what it has read.</summary>
    public string ReadAndWrite(string operation, string answer)
    {
        var type = _assembly.GetType($"{Namespace}.{operation}Response")!;
        var response = (EsmsResponse)JsonSerializer.Deserialize(answer, type, _context)!;
        Assert.Null(response.UnknownMembers);
        return JsonSerializer.Serialize(response, type, _context);
    }

    /// <summary>Reads an answer strictly, with no member set aside because it cannot be read, and writes what it has read.</summary>
    /// <returns>Why it cannot be read; null when it can.</returns>
    public string? Try(string operation, string answer)
    {
        var type = _assembly.GetType($"{Namespace}.{operation}Response")!;
        var read = _assembly
            .GetType($"{Namespace}.{operation}ResponseJson")!
            .GetMethod("Read", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)!
            .CreateDelegate<EsmsJsonRead<object>>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(answer));
        reader.Read();
        try
        {
            _ = JsonSerializer.Serialize(read(ref reader), type, _context);
            return null;
        }
        catch (JsonException exception)
        {
            return exception.Message;
        }
    }

    private sealed class Text(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }
}
