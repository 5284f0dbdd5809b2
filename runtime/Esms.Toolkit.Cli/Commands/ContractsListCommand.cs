using System.CommandLine;
using Esms.Toolkit.Contract;

namespace Esms.Cli;

/// <summary><c>esms contracts list</c>: the operations that are known, a line each.</summary>
internal static class ContractsListCommand
{
    public static Command Create()
    {
        var command = new Command("list", "Lists the operations, a line each.");
        command.SetAction(static result =>
        {
            var endpoints = ContractLibrary.Load(folder: null).Endpoints.OrderBy(static endpoint => endpoint.Operation, StringComparer.Ordinal);
            foreach (var endpoint in endpoints)
                result.InvocationConfiguration.Output.WriteLine($"{endpoint.Operation,-40} {endpoint.Summary}");
        });
        return command;
    }
}
