namespace Esms.Cli;

/// <summary>Finds contract files.</summary>
internal static class ContractFiles
{
    private const string Pattern = "*.esms.json";

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
