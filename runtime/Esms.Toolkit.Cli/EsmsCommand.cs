using System.CommandLine;

namespace Esms.Cli;

/// <summary>The command <c>esms</c> with what is below it.</summary>
internal static class EsmsCommand
{
    private static readonly (string Name, Func<CommandLineWords, Command> Create)[] Commands =
    [
        (BalanceCommand.Name, static _ => BalanceCommand.Create()),
        (SendCommand.Name, static _ => SendCommand.Create()),
        (SendManyCommand.Name, static _ => SendManyCommand.Create()),
        (WorkerCommand.Name, static _ => WorkerCommand.Create()),
        (StatusCommand.Name, static _ => StatusCommand.Create()),
        (CallCommand.Name, CallCommand.Create),
        (TextCommand.Name, static _ => TextCommand.Create()),
        (ContractsCommand.Name, static _ => ContractsCommand.Create()),
        (ExportCommand.Name, static _ => ExportCommand.Create()),
        (CompletionCommand.Name, static _ => CompletionCommand.Create()),
    ];

    /// <param name="arguments">The command line that it is made for: of commands that it does not name, there are the names only.</param>
    public static RootCommand Create(params IReadOnlyList<string> arguments)
    {
        var line = CommandLineWords.Of(arguments);
        var root = new RootCommand("Calls eSMS.vn, and works with the contracts that describe its operations.");
        var isOneNamed = Array.Exists(Commands, command => line.Has(command.Name));
        foreach (var (name, create) in Commands)
            root.Add(isOneNamed && !line.Has(name) ? new Command(name) : create(line));
        return root;
    }
}
