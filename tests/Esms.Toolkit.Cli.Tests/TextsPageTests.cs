using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Esms.Cli.Tests;

/// <summary>What docs/texts.md shows compiles, and prints what stands behind it.</summary>
public sealed partial class TextsPageTests
{
    [Fact]
    public void Every_line_prints_what_the_page_says()
    {
        var blocks = Block().Matches(File.ReadAllText(Repository.PathOf("docs", "texts.md")).ReplaceLineEndings("\n")).Select(static match => match.Groups["code"].Value).ToList();

        Assert.Equal(6, blocks.Count);
        foreach (var block in blocks)
        {
            var expected = Printed().Matches(block).Select(static match => match.Groups["line"].Value).ToList();
            Assert.NotEmpty(expected);
            Assert.Equal(expected, Run(block));
        }
    }

    /// <summary>The lines that it prints, for which a list stands in the place of the console.</summary>
    private static List<string> Run(string code)
    {
        var source = $$"""
            using System; using System.Collections.Generic; using System.Linq; using Esms;
            public static class Page
            {
                public static List<string> Lines { get; } = new();
                public static void Run() { {{code}} }
                private static class Console { public static void WriteLine(object value) => Lines.Add(value.ToString()); }
            }
            """;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Page", [CSharpSyntaxTree.ParseText(source)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.Empty(emitted.Diagnostics.Where(static problem => problem.Severity == DiagnosticSeverity.Error).Select(static problem => problem.ToString()));
        var page = Assembly.Load(image.ToArray()).GetType("Page")!;
        page.GetMethod("Run")!.Invoke(null, null);
        return (List<string>)page.GetProperty("Lines")!.GetValue(null)!;
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    [GeneratedRegex(@"Console\.WriteLine\(.*\);      // (?<line>.+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Printed();
}
