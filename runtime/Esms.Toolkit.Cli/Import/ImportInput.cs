using System.Text.RegularExpressions;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Cli.Import;

/// <summary>What an import was given.</summary>
internal sealed partial record ImportInput(IReadOnlyList<string> Files, ContractBuilder Builder, string? Operation, string? Get, string? Post)
{
    /// <exception cref="InvalidDataException">There is no such file.</exception>
    public static string Text(string file, Notes notes)
    {
        if (file != "-" && !File.Exists(file))
            throw new InvalidDataException(
                $"There is no file {notes.Secrets.Scrub(file)}. A command goes into a file, or to standard input, which is -."
            );
        notes.Secrets.AddPath(file);
        var text = (file == "-" ? Console.In.ReadToEnd() : File.ReadAllText(file)).ReplaceLineEndings("\n");
        if (TextEncoding.Complain(text, name: null) is { } other)
            throw notes.Fail(Notes.Place(file, text, other.Offset), other.Message);
        return LoneSurrogate().Match(text) is { Success: true } half
            ? throw notes.Fail(
                Notes.Place(file, text, half.Index),
                "there is half of a surrogate pair, which is no character. Take it out, or write both halves."
            )
            : text;
    }

    [GeneratedRegex(
        """\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\+u[dD][c-fC-F][0-9a-fA-F]{2})|(?<!\\u[dD][89abAB][0-9a-fA-F]{2}\\*)\\u[dD][c-fC-F][0-9a-fA-F]{2}|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]""",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex LoneSurrogate();
}
