using System.CommandLine;
using Esms.Toolkit.Reader;
using Esms.Toolkit.Reader.Problems;

namespace Esms.Cli;

/// <summary><c>esms contracts check</c>: what the compiler would say of contract files, with the line that is meant.</summary>
internal static class ContractsCheckCommand
{
    private static readonly Argument<string[]> Paths = new("path")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Contract files (*.esms.json) and folders with such. They may use each other's types. The current folder when none is given.",
    };

    public static Command Create()
    {
        var command = new Command("check", "Checks contract files as the compiler does. Ends with 1 when one has an error.") { Paths };
        command.SetAction(static result =>
        {
            var paths = result.GetValue(Paths) is { Length: > 0 } given ? given : ["."];
            return Run(paths, result.InvocationConfiguration.Output);
        });
        return command;
    }

    private static int Run(string[] paths, TextWriter output)
    {
        var files = paths
            .SelectMany(ContractFiles.Find)
            .Distinct(StringComparer.Ordinal)
            .Select(static path => ContractSyntax.Parse(path, Read(path)))
            .ToList();
        var problems = ContractCheck.Run(files);
        var lines = files.ToDictionary(static file => file.Path, static file => new SourceLines(file.Text), StringComparer.Ordinal);
        foreach (var problem in problems)
            Write(output, problem, lines[problem.Place.Path]);
        var errors = problems.Count(static problem => !problem.Kind.IsWarning);
        output.WriteLine($"{Count(files.Count, "contract file")}: {Count(errors, "error")}, {Count(problems.Count - errors, "warning")}.");
        return errors > 0 ? ExitCodes.Found : ExitCodes.Success;
    }

    private static void Write(TextWriter output, Problem problem, SourceLines lines)
    {
        var (from, to) = (problem.Place.From, problem.Place.To);
        var severity = problem.Kind.IsWarning ? "warning" : "error";
        output.WriteLine($"{problem.Location()}: {severity} {problem.Kind.Id}: {problem.Text}");
        lines.Underline(output, from, to);
        output.WriteLine();
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {exception.Message}");
        }
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? string.Empty : "s")}";
}
