using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Esms.Docs.Tests.Markdown;

/// <summary>A page of the documentation: what a reader can follow, and what a machine can check.</summary>
internal sealed class Page
{
    private const string Mark = "<!-- snippet:";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .Build();

    private Page(string path, string text)
    {
        Path = path;
        var document = Markdig.Markdown.Parse(text, Pipeline);
        Headings =
        [
            .. document
                .Descendants<HeadingBlock>()
                .Select(static heading => (heading.Level, TextOf(heading), heading.GetAttributes().Id!, heading.Line + 1)),
        ];
        Links =
        [
            .. document.Descendants<LinkInline>().Where(static link => link.Url is not null).Select(link => new Link(path, link.Line + 1, link.Url!)),
        ];
        Names = [.. document.Descendants<CodeInline>().Select(static code => (code.Line + 1, code.Content))];
        Blocks = [.. document.Descendants<CodeBlock>().Select(BlockOf)];
    }

    /// <summary>Every page of the repository.</summary>
    public static IReadOnlyList<Page> All { get; } =
    [
        .. Repository
            .Entries.Where(static entry => entry.EndsWith(".md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(static path => Parse(path, File.ReadAllText(Repository.PathOf(path)))),
    ];

    /// <summary>Every block of code of the repository.</summary>
    public static IEnumerable<Block> AllBlocks => All.SelectMany(static page => page.Blocks);

    /// <summary>From the root of the repository, with slashes.</summary>
    public string Path { get; }

    /// <summary>With the line of each, counted from one.</summary>
    public IReadOnlyList<(int Level, string Text, string Anchor, int Line)> Headings { get; }

    public IReadOnlyList<Link> Links { get; }

    /// <summary>What stands between back-ticks, with its line.</summary>
    public IReadOnlyList<(int Line, string Code)> Names { get; }

    public IReadOnlyList<Block> Blocks { get; }

    public static Page Of(string path) => All.Single(page => page.Path == path);

    public static Block BlockAt(string path, int line) => Of(path).Blocks.Single(block => block.Line == line);

    /// <summary>Blocks as cases of a test, by their places, so that a failure is named after its page and line.</summary>
    public static TheoryData<string, int> Cases(Func<Block, bool> wanted) =>
        [.. AllBlocks.Where(wanted).Select(static block => (block.Path, block.Line))];

    /// <summary>The anchor of the heading above a line; null before the first.</summary>
    public string? SectionOf(int line) => Headings.LastOrDefault(heading => heading.Line < line).Anchor;

    /// <param name="path">Where it stands, or would.</param>
    public static Page Parse(string path, string text) => new(path, text.ReplaceLineEndings("\n"));

    private static string TextOf(HeadingBlock heading) =>
        string.Concat(
            heading
                .Inline!.Descendants()
                .Select(static inline =>
                    inline switch
                    {
                        LiteralInline text => text.Content.ToString(),
                        CodeInline code => code.Content,
                        _ => string.Empty,
                    }
                )
        );

    private Block BlockOf(CodeBlock code)
    {
        var siblings = code.Parent!;
        var place = siblings.IndexOf(code);
        var before = place > 0 && siblings[place - 1] is HtmlBlock html ? html.Lines.ToString().Trim() : string.Empty;
        IReadOnlyList<string> marks = before.StartsWith(Mark, StringComparison.Ordinal)
            ? before[Mark.Length..^"-->".Length].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [];
        var (language, line) = code is FencedCodeBlock fenced ? (fenced.Info ?? string.Empty, code.Line + 2) : (string.Empty, code.Line + 1);
        return new Block(Path, line, language, code.Lines.ToString(), marks);
    }
}
