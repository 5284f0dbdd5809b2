using System.Text;
using System.Text.RegularExpressions;
using Esms.Toolkit.Package.Tests.Harness;

namespace Esms.Toolkit.Package.Tests;

/// <summary>Each package has a README of its own, which can be followed where no file of the repository is.</summary>
public sealed partial class PackageReadmeTests(PackedToolkit packages)
{
    [Theory]
    [MemberData(nameof(ContentTests.AllIds), MemberType = typeof(ContentTests))]
    public void It_is_the_one_beside_the_project_and_its_links_lead_to_the_release(string id)
    {
        var files = $"{PackedToolkit.RepositoryUrl}/blob/v{packages.Release}/";
        var source = File.ReadAllText(PathOf(id));
        var expected = Link.Replace(
            Comment.Replace(source, ""),
            link => $"({(IsAbsolute(link) ? link.Groups["to"].Value : files + FromRoot(id, link.Groups["to"].Value))})"
        );

        var packed = Packed(id);

        Assert.Equal(expected.Trim(), packed.Trim());
        var links = Link.Matches(packed)
            .Select(static link => link.Groups["to"].Value)
            .Where(link => link.StartsWith(files, StringComparison.Ordinal));
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(Repository.Root, link[files.Length..].Split('#')[0])), link));
        Assert.DoesNotContain("![", packed, StringComparison.Ordinal); // A picture would need the address of the file itself.
    }

    [Theory]
    [MemberData(nameof(ContentTests.AllIds), MemberType = typeof(ContentTests))]
    public void It_has_the_name_of_the_package_and_the_line_that_installs_it(string id)
    {
        string[] installs = [$"dotnet add package {id}", $"dotnet tool install --global {id}", $"dotnet new install {id}"];

        var lines = Packed(id).Split('\n').Select(static line => line.Trim()).ToList();

        Assert.Equal($"# {id}", lines[0]);
        Assert.Contains(lines, installs.Contains);
    }

    [Theory]
    [InlineData("", "[eSMS.vn](https://esms.vn)", "- Many messages, each of them once: ")]
    [InlineData("https://code.example/a.git/", "[eSMS.vn](https://esms.vn)", "](https://code.example/a/blob/v")]
    public async Task A_link_leads_somewhere_or_is_none(string repository, string kept, string made)
    {
        const string Id = "Esms.Toolkit.Dispatch";
        var folder = await packages.NewFolderAsync($"readme-{repository.Length}");
        string[] properties = [$"-p:RepositoryUrl={repository}", $"-p:IntermediateOutputPath={folder}/"];

        (
            await Command.DotnetAsync(packages.Sources, ["msbuild", $"runtime/{Id}/{Id}.csproj", "-target:PackReadme", .. properties])
        ).AssertSucceeded();

        var written = await File.ReadAllTextAsync(Path.Combine(folder, "README.md"), TestContext.Current.CancellationToken);
        Assert.Contains(kept, written, StringComparison.Ordinal);
        Assert.Contains(made, written, StringComparison.Ordinal);
        Assert.All(Link.Matches(written), static link => Assert.True(IsAbsolute(link), link.Value));
    }

    private string Packed(string id)
    {
        using var package = PackedFile.Open(packages, id);
        return Encoding.UTF8.GetString(package.Read("README.md"));
    }

    private static string FolderOf(string id) =>
        id switch
        {
            "Esms.Toolkit" => "contracts",
            "Esms.Toolkit.Generator" => "generator",
            _ => $"runtime/{id}",
        };

    private static string PathOf(string id) => Path.Combine(Repository.Root, FolderOf(id), "README.md");

    private static string FromRoot(string id, string link) =>
        Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, FolderOf(id), link)));

    private static bool IsAbsolute(Match link) =>
        link.Groups["to"].Value is var to && (to.StartsWith('#') || to.Contains("://", StringComparison.Ordinal));

    [GeneratedRegex(@"(?<=\])\((?<to>[^)]*)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link { get; }

    [GeneratedRegex("<!--.*-->\n")]
    private static partial Regex Comment { get; }
}
