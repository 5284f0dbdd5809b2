using System.Text.RegularExpressions;
using Esms.Docs.Tests.Contracts;
using Esms.Docs.Tests.Markdown;
using Esms.Docs.Tests.Snippets;

namespace Esms.Docs.Tests;

/// <summary>Every piece of C# on every page compiles without a warning, and runs against the emulator unless it says that it does not.</summary>
public sealed partial class SnippetTests
{
    private static readonly string[] Languages = ["", "csharp", "json", "mermaid", "sh", "text", "xml"];

    public static TheoryData<string, int> Programs => Page.Cases(static block => block.Language == "csharp" && !block.Has("generated"));

    public static TheoryData<string, int> Generated => Page.Cases(static block => block.Has("generated"));

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Code_compiles_and_runs(string path, int line)
    {
        var block = Page.BlockAt(path, line);
        var snippet = Snippet.Of(Page.Of(path), block);

        Report.AssertNone(snippet.Complaints());
        if (block.Has("compiles"))
            return;
        var printed = await snippet.RunAsync();
        if (block.Has("prints"))
            Assert.Equal(Printed().Matches(block.Text).Select(static match => match.Groups["line"].Value), printed);
    }

    [Theory]
    [MemberData(nameof(Generated))]
    public void Code_that_is_shown_as_generated_is_generated(string path, int first)
    {
        var block = Page.BlockAt(path, first);
        var contract = Page.Of(path).Blocks.TakeWhile(other => other != block).Last(static other => other.Language == "json");
        var lines = new Queue<string>(LinesOf(block.Text));
        foreach (var line in ContractBlock.Of(contract).Single().GeneratedCode().SelectMany(LinesOf).Select(WithoutNamespaces))
        {
            if (lines.TryPeek(out var next) && next == line)
                lines.Dequeue();
        }

        Report.AssertNone(lines.Select(shown => $"{block.At()}: this is not generated there: {shown}"));
    }

    /// <summary>Another word behind a fence would keep a block from being looked at.</summary>
    [Fact]
    public void Blocks_are_of_languages_that_are_checked()
    {
        var others = Page.AllBlocks.Where(static block => !Languages.Contains(block.Language));
        Report.AssertNone(others.Select(static block => $"{block.At()}: {block.Language}"));
    }

    [GeneratedRegex(@"Console\.WriteLine\(.*\);\s+// (?<line>.+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Printed();

    /// <summary>The pages show types by their names alone; generated code names each from the root.</summary>
    private static string WithoutNamespaces(string line) => Qualifier().Replace(line, "");

    [GeneratedRegex(@"global::(\w+\.)+", RegexOptions.ExplicitCapture)]
    private static partial Regex Qualifier();

    private static IEnumerable<string> LinesOf(string code) =>
        code.Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0);
}
