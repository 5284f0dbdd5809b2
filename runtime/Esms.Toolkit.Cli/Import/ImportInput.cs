using System.Text.RegularExpressions;

namespace Esms.Cli.Import;

/// <summary>What an import was given.</summary>
internal sealed partial record ImportInput(IReadOnlyList<string> Files, ContractBuilder Builder, string? Operation, string? Get, string? Post)
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
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        return LoneSurrogate().Match(text) is { Success: true } half
            ? throw notes.Fail(
                Notes.Place(file, text, half.Index),
                "there is half of a surrogate pair, which is no character. Take it out, or write both halves."
            )
            : text;
    }

    [GeneratedRegex(
        """\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\+u[dD][c-fC-F][0-9a-fA-F]{2})|(?<!\\u[dD][89abAB][0-9a-fA-F]{2}\\*)\\u[dD][c-fC-F][0-9a-fA-F]{2}""",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex LoneSurrogate();
}
