using System.CommandLine;

namespace Esms.Cli;

/// <summary><c>esms contracts …</c>: what is done with contract files.</summary>
internal static class ContractsCommand
{
    public static Command Create() => new("contracts", "Checks, shows, compares and makes contract files.")
    {
        ContractsCheckCommand.Create(),
        ContractsListCommand.Create(),
        ContractsShowCommand.Create(),
    };
}
