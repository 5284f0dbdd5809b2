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
        var guides = Page.All.Select(static page => page.Path).Where(static path => path.StartsWith("docs/", StringComparison.Ordinal) && path.Count(static letter => letter == '/') == 1);

        Report.AssertNone(guides.Where(static path => path != "docs/README.md").Except(linked));
    }

    private static bool Resolves(Link link)
    {
        var parts = link.Target.Split('#', 2);
        var folder = Path.GetDirectoryName(link.Path)!;
        var target = parts[0].Length == 0 ? link.Path : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, folder, Uri.UnescapeDataString(parts[0])))).Replace('\\', '/');
        if (target != "." && !Repository.Entries.Contains(target.TrimEnd('/')))
            return false;
        return parts.Length == 1 || Page.Of(target).Headings.Any(heading => heading.Anchor == Uri.UnescapeDataString(parts[1]));
    }
}
