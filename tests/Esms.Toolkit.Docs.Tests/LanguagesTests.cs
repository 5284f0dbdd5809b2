using Esms.Docs.Tests.Markdown;
using Microsoft.CodeAnalysis.CSharp;

namespace Esms.Docs.Tests;

/// <summary>The README says in Vietnamese what it says in English: section by section, with the same code and the same links.</summary>
public sealed class LanguagesTests
{
    private static readonly Page English = Page.Of("README.md");

    private static readonly Page Vietnamese = Page.Of("README.vi.md");

    /// <summary>Where the pages differ on purpose: each names the other, and shows the emulator in its own language.</summary>
    private static readonly Dictionary<string, string> Twins = new(StringComparer.Ordinal)
    {
        ["README.vi.md"] = "README.md",
        ["docs/images/inbox-light.png"] = "docs/images/inbox-vietnamese.png",
    };

    [Fact]
    public void The_sections_are_the_same() => Assert.Equal(Outline(English), Outline(Vietnamese));

    [Fact]
    public void The_code_is_the_same_but_for_comments() => Assert.Equal(English.Blocks.Select(Code), Vietnamese.Blocks.Select(Code));

    [Fact]
    public void The_links_are_the_same() =>
        Assert.Equal(
            English.Links.Select(link => Twins.GetValueOrDefault(link.Target, AnchorOf(English, link))).Order(StringComparer.Ordinal),
            Vietnamese.Links.Select(static link => AnchorOf(Vietnamese, link)).Order(StringComparer.Ordinal)
        );

    /// <summary>What a page is made of, in its order: headings with their level, and how much stands in each section.</summary>
    private static IEnumerable<string> Outline(Page page) =>
        page.Headings.Select(heading =>
        {
            var blocks = page.Blocks.Count(block => page.SectionOf(block.Line) == heading.Anchor);
            var links = page.Links.Count(link => page.SectionOf(link.Line) == heading.Anchor);
            return $"{heading.Level}: {blocks} blocks, {links} links";
        });

    private static string Code(Block block) =>
        block.Language == "csharp"
            ? string.Join(' ', SyntaxFactory.ParseTokens(block.Text).Select(static token => token.Text))
            : $"{block.Language}: {block.Text}";

    /// <summary>An anchor on the page itself counts by the number of its section.</summary>
    private static string AnchorOf(Page page, Link link) =>
        link.Target.StartsWith('#')
            ? $"#{page.Headings.TakeWhile(heading => $"#{heading.Anchor}" != Uri.UnescapeDataString(link.Target)).Count()}"
            : link.Target;
}
