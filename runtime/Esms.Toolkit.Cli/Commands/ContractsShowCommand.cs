using System.CommandLine;

namespace Esms.Cli;

/// <summary><c>esms contracts show</c>: one operation on a page.</summary>
internal static class ContractsShowCommand
{
    private static readonly Argument<string> Name = new("operation") { Description = "The operation, such as GetSendStatus." };

    public static Command Create()
    {
        var folder = ContractsOption.Create();
        var command = new Command("show", "Shows an operation: fields, types, rules, codes, samples.") { Name, folder };
        Name.CompletionSources.Add(static _ => OperationCatalog.BuiltIn.Names);
        command.SetAction(result =>
            new OperationLayout(
                OperationCatalog.Open(result.GetValue(folder)).Get(result.GetValue(Name)!),
                result.InvocationConfiguration.Output
            ).Write()
        );
        return command;
    }
}
