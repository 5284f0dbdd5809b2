using System.Text;

namespace Esms.Cli;

/// <summary>A file that a command makes; one that is there already is never written over.</summary>
internal static class NewFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <exception cref="IOException">The file is there already, or cannot be written.</exception>
    public static void Write(string path, string text)
    {
        if (File.Exists(path))
            throw new IOException($"{path} is there already, and was not touched. Give another name with -o, or move it away.");
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        File.WriteAllText(path, text, Utf8);
    }
}
