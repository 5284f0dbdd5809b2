using System.Reflection;

namespace Esms.Toolkit.Package.Tests.Harness;

/// <summary>The sources that these tests were built from.</summary>
internal static class SourceTree
{
    /// <summary>Where the packages of others are on this machine, so that they need not be fetched once more.</summary>
    public static string PackageCache { get; } =
        typeof(SourceTree).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "PackageCache").Value!;

    public static string Strangers { get; } = Repository.PathOf("tests", "Esms.Toolkit.Package.Tests", "Strangers");

    /// <summary>A text of strangers.</summary>
    public static Task<string> StrangerAsync(string name) => File.ReadAllTextAsync(Path.Combine(Strangers, name));

    /// <summary>Copies what git has or would take, so neither what was built nor what git knows of this machine.</summary>
    public static async Task CopyToAsync(string folder)
    {
        var listed = await Command.RunAsync(Repository.Root, "git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
        var paths = listed.AssertSucceeded().Output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        Copy(Repository.Root, paths.Where(static path => File.Exists(Path.Combine(Repository.Root, path))), folder); // Without what is deleted, and not committed yet.
    }

    /// <summary>Copies such a copy, without what was built in it since.</summary>
    public static void CopyAgain(string copy, string folder)
    {
        var paths = Directory.GetFiles(copy, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(copy, path));
        Copy(copy, paths.Where(IsSource), folder);
    }

    private static bool IsSource(string path) => !path.StartsWith("artifacts", StringComparison.Ordinal);

    private static void Copy(string from, IEnumerable<string> paths, string to)
    {
        foreach (var path in paths)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, path))!);
            File.Copy(Path.Combine(from, path), Path.Combine(to, path));
        }
    }
}
