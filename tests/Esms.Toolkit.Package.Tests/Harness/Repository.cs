using System.Reflection;

namespace Esms.Toolkit.Package.Tests.Harness;

/// <summary>The sources that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(MetadataOf("Repository"));

    /// <summary>Where the packages of others are on this machine, so that they need not be fetched once more.</summary>
    public static string PackageCache { get; } = MetadataOf("PackageCache");

    public static string Strangers { get; } = Path.Combine(Root, "tests", "Esms.Toolkit.Package.Tests", "Strangers");

    /// <summary>A text of strangers.</summary>
    public static Task<string> StrangerAsync(string name) => File.ReadAllTextAsync(Path.Combine(Strangers, name));

    /// <summary>Copies what git has or would take, so neither what was built nor what git knows of this machine.</summary>
    public static async Task CopyToAsync(string folder)
    {
        var listed = await Command.RunAsync(Root, "git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
        foreach (var path in listed.AssertSucceeded().Output.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!File.Exists(Path.Combine(Root, path)))
                continue; // Deleted, and not committed yet.
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(Root, path), target);
        }
    }

    private static string MetadataOf(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
