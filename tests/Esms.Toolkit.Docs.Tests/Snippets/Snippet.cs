using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Esms.Docs.Tests.Contracts;
using Esms.Docs.Tests.Markdown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Esms.Docs.Tests.Snippets;

/// <summary>C# of a page as a program: the block, those before it that it continues, and the contracts of its section.</summary>
internal sealed class Snippet
{
    /// <summary>The options that pages show, in place of which the program has those of an emulator.</summary>
    private const string KeysOnPages = """new EsmsOptions { ApiKey = "…", SecretKey = "…" }""";

    /// <summary>CS0436: see <see cref="Generation"/>. CS0618: a reference page calls what is deprecated, and says so.</summary>
    private static readonly string[] Allowed = ["CS0436", "CS0618"];

    private static readonly SyntaxTree[] Surroundings =
    [
        Surrounding("Usings.cs"),
        Surrounding("Context.cs"),
        Surrounding("PageConsole.cs"),
        Surrounding("Types.cs"),
    ];

    private readonly IReadOnlyList<(string Name, string Text)> _contracts;
    private readonly CSharpCompilation _compilation;

    private Snippet(IReadOnlyList<Block> blocks, IReadOnlyList<Block> contracts)
    {
        _contracts = [.. contracts.Select(static contract => (contract.At(), contract.Text))];
        var program = CSharpSyntaxTree.ParseText(ProgramOf(blocks), Generation.ParseOptions, "snippet.cs");
        _compilation = Generation.Run([.. Surroundings, program], _contracts).Compilation;
    }

    public static Snippet Of(Page page, Block block)
    {
        var blocks = page.Blocks.Where(static other => other.Language == "csharp").ToList();
        var last = blocks.IndexOf(block);
        var first = last;
        while (blocks[first].Has("continues"))
            first--;
        var section = page.SectionOf(block.Line);
        return new Snippet(
            blocks[first..(last + 1)],
            [.. page.Blocks.Where(other => ContractBlock.IsWhole(other) && page.SectionOf(other.Line) == section)]
        );
    }

    /// <summary>What the compiler says, each line with the page and its line.</summary>
    public IReadOnlyList<string> Complaints() =>
        [
            .. _compilation
                .GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !Allowed.Contains(diagnostic.Id))
                .Select(Tell),
        ];

    /// <returns>The lines that it prints.</returns>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        using var image = new MemoryStream();
        Assert.True(_compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        image.Position = 0;
        var program = new AssemblyLoadContext("snippet", isCollectible: true).LoadFromStream(image);
        var folder = Directory.CreateTempSubdirectory("esms-snippet-");
        try
        {
            foreach (var (contract, number) in _contracts.Select(static (contract, number) => (contract.Text, number)))
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{number}.esms.json"), contract, TestContext.Current.CancellationToken);
            var context = program.GetType("Context")!;
            context.GetProperty("ContractFolder")!.SetValue(null, folder.FullName);
            await Task.Run(() => program.EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [Array.Empty<string>()], null));
            await (Task)context.GetMethod("EndAsync")!.Invoke(null, null)!;
            return (List<string>)program.GetType("PageConsole")!.GetProperty("Lines")!.GetValue(null)!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The blocks in one, in the order that C# wants, each line with its place.</summary>
    private static string ProgramOf(IReadOnlyList<Block> blocks)
    {
        var (usings, statements, types) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        foreach (var block in blocks)
        {
            var text = block.Text.Replace(KeysOnPages, "emulator.Options", StringComparison.Ordinal);
            var unit = SyntaxFactory.ParseSyntaxTree(text, Generation.ParseOptions).GetCompilationUnitRoot();
            foreach (var line in unit.Usings)
                Append(usings, line, block);
            foreach (var member in unit.Members)
                Append(member is GlobalStatementSyntax ? statements : types, member, block);
            Append(types, unit.EndOfFileToken, block);
        }
        return $"{usings}{statements}{(statements.Length == 0 ? "_ = smsId;\n" : string.Empty)}{types}";
    }

    private static void Append(StringBuilder text, SyntaxNodeOrToken part, Block block)
    {
        var line = part.SyntaxTree!.GetLineSpan(part.FullSpan, TestContext.Current.CancellationToken).StartLinePosition.Line;
        text.Append(CultureInfo.InvariantCulture, $"#line {block.Line + line} \"{block.Path}\"\n{part.ToFullString()}\n");
    }

    private static string Tell(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetMappedLineSpan();
        return $"{place.Path}({place.StartLinePosition.Line + 1}): {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }

    private static SyntaxTree Surrounding(string name)
    {
        using var reader = new StreamReader(typeof(Snippet).Assembly.GetManifestResourceStream(name)!);
        return CSharpSyntaxTree.ParseText(reader.ReadToEnd(), Generation.ParseOptions, name);
    }
}
