namespace Esms.Cli;

/// <summary>Finds contract files.</summary>
internal static class ContractFiles
{
    private const string Pattern = "*.esms.json";

    /// <summary>The same for a folder that is meant to have contracts: a wrong folder must not look like a right one.</summary>
    /// <exception cref="UsageException">There is no such file or folder, or no contract in it.</exception>
    public static IReadOnlyList<string> FindSome(string path) =>
        Find(path).ToList() is { Count: > 0 } files ? files : throw new UsageException($"The folder {path} has no contract ({Pattern}).");

    /// <param name="path">A file, or a folder with files in it and below.</param>
    /// <returns>The files, in the order of their paths.</returns>
    /// <exception cref="UsageException">There is no such file or folder.</exception>
    public static IEnumerable<string> Find(string path)
    {
        if (Directory.Exists(path))
            return Directory.EnumerateFiles(path, Pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        return File.Exists(path) ? [path] : throw new UsageException($"There is no file or folder {path}.");
    }
}
