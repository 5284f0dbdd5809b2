using System.CommandLine;

namespace Esms.Cli;

/// <summary><c>esms contracts …</c>: what is done with contract files.</summary>
internal static class ContractsCommand
{
    public static Command Create() => new("contracts", "Checks, shows, compares and makes contract files.")
    {
        ContractsListCommand.Create(),
        Import.ImportCommand.Create(),
        Diff.DiffCommand.Create(),
        ContractsNewCommand.Create(),
    };
}
