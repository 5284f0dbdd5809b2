using System.Text;

namespace Esms.Cli.Export;

/// <summary>Where an export goes: to standard output, into one file, or into a folder.</summary>
internal static class ExportOutput
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="target">A folder, a file, or "-" for standard output. What has no ending, or a slash at its end, is a folder.</param>
    /// <returns>The files that were written.</returns>
    public static IReadOnlyList<string> Write(ExportFormat format, ExportSet set, string target, TextWriter output)
    {
        if (target == "-")
        {
            output.Write(format.WriteOne(set));
            return [];
        }
        if (!IsFolder(target))
            return [WriteFile(target, format.WriteOne(set))];
        return [.. format.WriteMany(set).Select(file => WriteFile(Path.Combine(target, file.Path), file.Text))];
    }

    private static bool IsFolder(string target) => Directory.Exists(target) || Path.EndsInDirectorySeparator(target) || !Path.HasExtension(target);

    private static string WriteFile(string path, string text)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        File.WriteAllText(path, text, Utf8);
        return path;
    }
}
