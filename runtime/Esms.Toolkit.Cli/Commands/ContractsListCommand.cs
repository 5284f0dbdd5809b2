using System.CommandLine;

namespace Esms.Cli;

/// <summary><c>esms contracts list</c>: the operations that are known, a line each.</summary>
internal static class ContractsListCommand
{
    private static readonly Option<bool> Summaries = new("--summaries", "-s") { Description = "Tells what each does, too." };

    public static Command Create()
    {
        var command = new Command("list", "Lists the operations, a line each, with the folder of their contract.") { Summaries };
        command.SetAction(static result =>
        {
            var rows = BuiltInContracts.Operations.Select(operation =>
                (IReadOnlyList<string>)(
                    result.GetValue(Summaries)
                        ? [operation.Name, operation.Area, BuiltInContracts.Read(operation.Name).Endpoint.Summary]
                        : [operation.Name, operation.Area]
                )
            );
            TextTable.Write(result.InvocationConfiguration.Output, [.. rows]);
        });
        return command;
    }
}
