using Esms.Docs.Tests.Contracts;
using Esms.Docs.Tests.Markdown;
using Esms.Docs.Tests.Snippets;

namespace Esms.Docs.Tests;

/// <summary>Every piece of C# on every page compiles without a warning, and runs against the emulator unless it says that it does not.</summary>
public sealed class SnippetTests
{
    private static readonly string[] Languages = ["", "csharp", "json", "mermaid", "sh", "text", "xml"];

    public static TheoryData<string, int> Programs => Cases("csharp", static block => !block.Has("generated"));

    public static TheoryData<string, int> Generated => Cases("csharp", static block => block.Has("generated"));

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Code_compiles_and_runs(string path, int line)
    {
        var (page, block) = Find(path, line);
        var snippet = Snippet.Of(page, block);

        Report.AssertNone(snippet.Complaints());
        if (!block.Has("compiles"))
            await snippet.RunAsync();
    }

    [Theory]
    [MemberData(nameof(Generated))]
    public void Code_that_is_shown_as_generated_is_generated(string path, int first)
    {
        var (page, block) = Find(path, first);
        var contract = page.Blocks.TakeWhile(other => other != block).Last(static other => other.Language == "json");
        var lines = new Queue<string>(LinesOf(block.Text));
        foreach (var line in ContractBlock.Of(contract).Single().GeneratedCode().SelectMany(LinesOf))
        {
            if (lines.TryPeek(out var next) && next == line)
                lines.Dequeue();
        }

        Report.AssertNone(lines.Select(shown => $"{block.At()}: this is not generated there: {shown}"));
    }

    /// <summary>Another word behind a fence would keep a block from being looked at.</summary>
    [Fact]
    public void Blocks_are_of_languages_that_are_checked() =>
        Report.AssertNone(Page.All.SelectMany(static page => page.Blocks).Where(static block => !Languages.Contains(block.Language)).Select(static block => $"{block.At()}: {block.Language}"));

    private static TheoryData<string, int> Cases(string language, Func<Block, bool> wanted) =>
        [.. Page.All.SelectMany(static page => page.Blocks).Where(block => block.Language == language && wanted(block)).Select(static block => (block.Path, block.Line))];

    private static (Page Page, Block Block) Find(string path, int line) => (Page.Of(path), Page.Of(path).Blocks.Single(block => block.Line == line));

    private static IEnumerable<string> LinesOf(string code) => code.Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0);
}
