using System.CommandLine;

namespace Esms.Cli;

/// <summary><c>esms send-many</c>: a message for each row of a file, after a look at all of them and a question.</summary>
internal static class SendManyCommand
{
    public const string Name = "send-many";

    public static Command Create()
    {
        var service = new ServiceOptions();
        var contracts = ContractsOption.Create();
        var command = new Command(Name, "Sends a message for each row of a CSV file, each of them once, and resumes where it was cut off.")
        {
            SendManyOptions.Source,
            contracts,
        };
        foreach (var option in SendManyOptions.All)
            command.Add(option);
        service.AddTo(command);
        service.DryRun.Description = "Checks the whole file, tells what it comes to, and sends nothing.";
        command.SetAction((result, cancellation) => RunAsync(result, OperationCatalog.Open(result.GetValue(contracts)), service, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result, OperationCatalog catalog, ServiceOptions service, CancellationToken cancellation)
    {
        SendManyOptions.Check(result, service);
        try
        {
            return result.GetValue(SendManyOptions.Cancel)
                ? CancelCampaigns.Run(result, service)
                : await SendAsync(result, catalog, service, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            result.InvocationConfiguration.Error.WriteLine("Cancelled. Nothing was sent.");
            return ExitCodes.Canceled;
        }
    }

    private static async Task<int> SendAsync(ParseResult result, OperationCatalog catalog, ServiceOptions service, CancellationToken cancellation)
    {
        using var source = await SourceCopy.TakeAsync(result.GetValue(SendManyOptions.Source)!, cancellation).ConfigureAwait(false);
        var order = SendManyOptions.ReadOrder(result, catalog, source);
        if (result.GetValue(SendManyOptions.Results) is { } results)
            ResultsFile.Check(results);
        using var file = FileOutbox.Open(order, result, result.GetValue(service.DryRun));
        return await new SendManyRun(order, file, result, service).RunAsync(cancellation).ConfigureAwait(false);
    }
}
