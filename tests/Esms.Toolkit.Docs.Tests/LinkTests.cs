using Esms.Docs.Tests.Markdown;

namespace Esms.Docs.Tests;

/// <summary>Whatever a page links to is there.</summary>
public sealed class LinkTests
{
    [Fact]
    public void Every_link_within_the_repository_leads_somewhere()
    {
        var links = Page.All.SelectMany(static page => page.Links).Where(static link => link.IsInternal).ToList();

        Assert.True(links.Count > 80);
        Report.AssertNone(links.Where(static link => !Resolves(link)).Select(static link => link.ToString()));
    }

    [Fact]
    public void Every_page_of_the_guides_is_linked_from_their_index()
    {
        var linked = Page.Of("docs/README.md").Links.Select(static link => $"docs/{link.Target}").ToHashSet(StringComparer.Ordinal);
        var guides = Page
            .All.Select(static page => page.Path)
            .Where(static path => Path.GetDirectoryName(path) == "docs" && path != "docs/README.md");

        Report.AssertNone(guides.Except(linked));
    }

    private static bool Resolves(Link link)
    {
        var parts = link.Target.Split('#', 2);
        var target = parts[0].Length == 0 ? link.Path : Repository.Resolve(Path.GetDirectoryName(link.Path)!, Uri.UnescapeDataString(parts[0]));
        if (target != "." && !Repository.Entries.Contains(target.TrimEnd('/')))
            return false;
        return parts.Length == 1 || Page.Of(target).Headings.Any(heading => heading.Anchor == Uri.UnescapeDataString(parts[1]));
    }
}
