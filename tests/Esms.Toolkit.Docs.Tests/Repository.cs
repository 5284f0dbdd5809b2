using System.Reflection;

namespace Esms.Docs.Tests;

/// <summary>Files of the repository.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = [".git", "artifacts", "node_modules"];

    public static string Root { get; } = Path.GetFullPath(
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "Repository").Value!);

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>What is there, by its path from the root, with slashes and in its own case on every machine.</summary>
    public static IReadOnlySet<string> Entries { get; } = EntriesIn(Root).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> EntriesIn(string folder) => Directory.EnumerateFileSystemEntries(folder)
        .Where(static entry => !NotOurs.Contains(Path.GetFileName(entry)))
        .SelectMany(static entry => (IEnumerable<string>)[Path.GetRelativePath(Root, entry).Replace('\\', '/'), .. Directory.Exists(entry) ? EntriesIn(entry) : []]);
}
