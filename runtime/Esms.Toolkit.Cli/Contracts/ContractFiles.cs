using Esms.Toolkit.Reader;

namespace Esms.Cli;

/// <summary>Finds contract files.</summary>
internal static class ContractFiles
{
    /// <param name="path">A file, or a folder with files in it and below.</param>
    /// <returns>The files, in the order of their paths.</returns>
    /// <exception cref="UsageException">There is no such file or folder, or no contract in it.</exception>
    public static IEnumerable<string> Find(string path)
    {
        if (!Directory.Exists(path))
            return File.Exists(path) ? [path] : throw new UsageException($"There is no file or folder {path}.");
        List<string> files = [.. ContractPaths.In(path)];
        return files.Count > 0
            ? files
            : throw new UsageException(
                $"There is no contract in {path}, nor in a folder below it.",
                "The names of contract files end in .esms.json."
            );
    }
}
