using System.CommandLine.Parsing;

namespace Esms.Cli;

/// <summary>
/// The words of a command line, looked at before it is parsed: so that a parser is made for the command that is meant, and not for the hundreds of
/// options of all operations.
/// </summary>
internal sealed class CommandLineWords
{
    private const string Suggest = "[suggest";

    private readonly IReadOnlyList<string> _words;

    private CommandLineWords(IReadOnlyList<string> words) => _words = words;

    public bool AsksForHelp => Has("--help") || Has("-h") || Has("-?") || Has("/?") || Has("/h");

    /// <summary>A line that asks for completions has the words of the line that is being written in one argument.</summary>
    public static CommandLineWords Of(IReadOnlyList<string> arguments) =>
        arguments is [var first, ..] && first.StartsWith(Suggest, StringComparison.Ordinal)
            ? new CommandLineWords([.. arguments.Skip(1).SelectMany(static argument => CommandLineParser.SplitCommandLine(argument))])
            : new CommandLineWords(arguments);

    public bool Has(string word) => _words.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>The value of an option.</summary>
    public string? ValueOf(string option)
    {
        for (var i = 0; i < _words.Count; i++)
        {
            if (_words[i] == option)
                return i + 1 < _words.Count ? _words[i + 1] : null;
            if (_words[i].StartsWith($"{option}=", StringComparison.Ordinal))
                return _words[i][(option.Length + 1)..];
        }
        return null;
    }
}
