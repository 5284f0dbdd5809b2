using System.CommandLine;

namespace Esms.Cli;

/// <summary>The command <c>esms</c> with everything below it.</summary>
internal static class EsmsCommand
{
    public static RootCommand Create() => new("Calls eSMS.vn, and works with the contracts that describe its operations.")
    {
        ContractsCommand.Create(),
        Export.ExportCommand.Create(),
    };
}
