namespace Esms.Cli.Import;

/// <summary>What an import was given.</summary>
internal sealed record ImportInput(IReadOnlyList<string> Files, ContractBuilder Builder, string? Operation, string? Get, string? Post)
{
    /// <exception cref="InvalidDataException">There is no such file.</exception>
    public static string Text(string file, Notes notes)
    {
        if (file == "-")
            return Console.In.ReadToEnd().ReplaceLineEndings("\n");
        if (!File.Exists(file))
            throw new InvalidDataException(
                $"There is no file {notes.Secrets.Scrub(file)}. A command goes into a file, or to standard input, which is -."
            );
        notes.Secrets.AddPath(file);
        return File.ReadAllText(file).ReplaceLineEndings("\n");
    }
}
