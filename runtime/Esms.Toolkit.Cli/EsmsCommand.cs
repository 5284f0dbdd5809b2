using System.CommandLine;

namespace Esms.Cli;

/// <summary>The command <c>esms</c> with everything below it.</summary>
internal static class EsmsCommand
{
    /// <param name="arguments">The command line that it is made for.</param>
    public static RootCommand Create(params IReadOnlyList<string> arguments)
    {
        var line = CommandLineWords.Of(arguments);
        return new("Calls eSMS.vn, and works with the contracts that describe its operations.")
        {
            BalanceCommand.Create(),
            SendCommand.Create(),
            StatusCommand.Create(),
            CallCommand.Create(line),
            ContractsCommand.Create(),
            CompletionCommand.Create(),
        };
    }
}
