namespace Esms.Toolkit.Reader;

/// <summary>The contract files of a folder: those that the compiler would read, in whatever letter case their names end.</summary>
internal static class ContractPaths
{
    private const string Ending = ".esms.json";

    private static readonly EnumerationOptions Everything = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.System };

    /// <summary>Whether a file is a contract, by its name.</summary>
    public static bool IsContract(string path) => path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    /// <returns>The files in the folder and below, in the order of their paths.</returns>
    public static IEnumerable<string> In(string folder) => Find(folder).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Find(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", Everything).Where(IsContract))
            yield return file;
        foreach (var file in Directory.EnumerateDirectories(folder, "*", Everything).Where(inner => !IsOutput(folder, inner)).SelectMany(Find))
            yield return file;
    }

    /// <summary>What a build leaves beside a project are copies, and a folder with a dot in front is none of the project.</summary>
    private static bool IsOutput(string folder, string inner) =>
        Path.GetFileName(inner) is var name
        && (name.StartsWith('.') || (name is "bin" or "obj" && Directory.EnumerateFiles(folder, "*.*proj").Any()));
}
