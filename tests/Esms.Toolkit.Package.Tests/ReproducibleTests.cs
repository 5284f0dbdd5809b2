using System.Security.Cryptography;
using Esms.Toolkit.Package.Tests.Harness;

namespace Esms.Toolkit.Package.Tests;

/// <summary>The same sources make the same packages, so anybody can check that a package was made from them.</summary>
public sealed class ReproducibleTests(PackedToolkit packages)
{
    [Fact]
    public async Task Packages_made_again_elsewhere_are_the_same_to_the_byte()
    {
        var elsewhere = Directory.CreateTempSubdirectory("esms-packages-made-again-").FullName;
        var (sources, feed) = (Path.Combine(elsewhere, "a", "deeper", "folder"), Path.Combine(elsewhere, "feed"));
        SourceTree.CopyAgain(packages.Sources, sources);

        await PackedToolkit.PackAsync(sources, feed);

        Assert.Equal(HashesIn(packages.Feed), HashesIn(feed));
        Directory.Delete(elsewhere, recursive: true);
    }

    private static string[] HashesIn(string folder) =>
        [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(static file => $"{Path.GetFileName(file)} {HashOf(file)}")];

    private static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
