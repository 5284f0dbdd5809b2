using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Xml;
using Esms.Toolkit.Reader.Problems;

namespace Esms.Cli;

/// <summary>The program: a command line in, an exit code out.</summary>
internal static class EsmsProgram
{
    /// <summary>A value that begins with @ is a value, and never the name of a file whose lines would be read as options, or sent.</summary>
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <param name="configuration">Where output and errors go; null is the console.</param>
    /// <param name="cancellationToken">Does what Ctrl-C does.</param>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        InvocationConfiguration? configuration = null,
        CancellationToken cancellationToken = default
    )
    {
        configuration ??= new InvocationConfiguration();
        configuration.EnableDefaultExceptionHandler = false;
        // After Ctrl-C, what is under way is waited for, as long as a call may take.
        configuration.ProcessTerminationTimeout = TimeSpan.FromMinutes(2);
        try
        {
            var result = EsmsCommand.Create(arguments).Parse(arguments, Parsing);
            return result.Action is ParseErrorAction
                ? ReportErrors(result, configuration.Error)
                : await result.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
        }
        catch (UsageException exception)
        {
            foreach (var problem in exception.Problems)
                configuration.Error.WriteLine(problem);
            if (exception.Advice is { } advice)
                configuration.Error.WriteLine(advice);
            return ExitCodes.Usage;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException or XmlException)
        {
            // What a command was given to read, or to write to, is not as it should be; the message names it.
            configuration.Error.WriteLine(exception.Message);
            return ExitCodes.Usage;
        }
    }

    private static int ReportErrors(ParseResult result, TextWriter error)
    {
        var command = result.CommandResult.Command;
        // A word that is not known makes more errors, of what would have followed it.
        if (result.UnmatchedTokens is [var word, ..])
            error.WriteLine($"There is no '{word}' here{Suggestion.For(word, NamesIn(command))}");
        else
            result.Errors.ToList().ForEach(problem => error.WriteLine(problem.Message));
        error.WriteLine($"{PathOf(result)} --help shows what there is.");
        return ExitCodes.Usage;
    }

    private static IEnumerable<string> NamesIn(Command command) =>
        command.Options.Select(static option => option.Name).Concat(command.Subcommands.Select(static sub => sub.Name));

    private static string PathOf(ParseResult result)
    {
        var names = new Stack<string>();
        for (SymbolResult? symbol = result.CommandResult; symbol is CommandResult command; symbol = command.Parent)
            names.Push(command.Parent is null ? "esms" : command.Command.Name);
        return string.Join(" ", names);
    }
}
