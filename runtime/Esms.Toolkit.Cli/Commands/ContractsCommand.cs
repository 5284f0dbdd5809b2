using System.CommandLine;

namespace Esms.Cli;

/// <summary><c>esms contracts …</c>: what is done with contract files.</summary>
internal static class ContractsCommand
{
    public const string Name = "contracts";

    public static Command Create() =>
        new(Name, "Checks, shows, compares and makes contract files.")
        {
            ContractsCheckCommand.Create(),
            ContractsListCommand.Create(),
            ContractsShowCommand.Create(),
            ContractsVerifyCommand.Create(),
            ContractsImportCommand.Create(),
            ContractsDiffCommand.Create(),
            ContractsNewCommand.Create(),
        };
}
