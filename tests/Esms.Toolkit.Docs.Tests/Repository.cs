namespace Esms.Docs.Tests;

/// <summary>Files of the repository.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = [".git", "artifacts", "node_modules"];

    public static string Root => global::Esms.Tests.Shared.Repository.Root;

    public static string PathOf(params string[] parts) => global::Esms.Tests.Shared.Repository.PathOf(parts);

    /// <summary>What is there, by its path from the root, with slashes and in its own case on every machine.</summary>
    public static IReadOnlySet<string> Entries { get; } = EntriesIn(Root).ToHashSet(StringComparer.Ordinal);

    /// <summary>The path from the root that a path from one of its folders is.</summary>
    public static string Resolve(string folder, string path) => FromRoot(Path.GetFullPath(Path.Combine(Root, folder, path)));

    private static string FromRoot(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<string> EntriesIn(string folder) =>
        Directory
            .EnumerateFileSystemEntries(folder)
            .Where(static entry => !NotOurs.Contains(Path.GetFileName(entry)))
            .SelectMany(static entry => Directory.Exists(entry) ? EntriesIn(entry).Prepend(FromRoot(entry)) : [FromRoot(entry)]);
}
