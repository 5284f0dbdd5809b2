using System.CommandLine;
using Esms.Cli.Export;

namespace Esms.Cli;

/// <summary><c>esms export …</c>: what contracts are for other tools.</summary>
internal static class ExportCommand
{
    public const string Name = "export";

    public static Command Create()
    {
        var command = new Command(Name, "Writes contracts for other tools: OpenAPI, WireMock, Postman, editors, readers.");
        foreach (var format in ExportFormat.All)
            command.Add(Create(format));
        return command;
    }

    private static Command Create(ExportFormat format)
    {
        var output = new Option<string>("--output", "-o")
        {
            Description = "A folder, a file, or - for standard output.",
            DefaultValueFactory = static _ => "-",
        };
        var operations = new Option<string[]>("--operation") { Description = "Only these operations.", AllowMultipleArgumentsPerToken = true };
        var contracts = new Option<string?>("--contracts")
        {
            Description = "A folder with contracts of your own; they come beside the built-in ones.",
        };
        var command = new Command(format.Name, format.Summary) { output, operations, contracts };
        command.SetAction(result =>
        {
            var console = result.InvocationConfiguration;
            var set = ExportSet.Load(result.GetValue(contracts), result.GetValue(operations) ?? []);
            foreach (var path in ExportOutput.Write(format, set, result.GetValue(output)!, console.Output))
                console.Error.WriteLine($"wrote {path}");
            return ExitCodes.Success;
        });
        return command;
    }
}
