using System.CommandLine;

namespace Esms.Cli;

/// <summary><c>esms call …</c>: every operation, as its contract has it.</summary>
internal static class CallCommand
{
    public const string Name = "call";

    /// <param name="line">What was given on the command line: only the operation that is named there is read.</param>
    public static Command Create(CommandLineWords line)
    {
        var command = new Command(Name, "Calls an operation, with an option for each of its parameters.") { ContractsOption.Create() };
        if (!line.Has(Name))
            return command;
        var catalog = OperationCatalog.Open(line.ValueOf(ContractsOption.Name));
        var isOneNamed = catalog.Names.Any(line.Has);
        foreach (var name in catalog.Names)
        {
            if (line.Has(name))
                command.Add(OperationCommand.Create(catalog.Get(name)));
            else
                command.Add(new Command(name, !isOneNamed && line.AsksForHelp ? catalog.Get(name).Endpoint.Summary : null));
        }
        return command;
    }
}
