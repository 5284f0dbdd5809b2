using System.CommandLine;

namespace Esms.Cli;

/// <summary>The command of one operation.</summary>
internal static class OperationCommand
{
    public static Command Create(Operation operation)
    {
        var service = new ServiceOptions();
        var parameters = new ParameterOptions(operation);
        var command = new Command(operation.Name, Describe(operation));
        parameters.AddTo(command);
        service.AddTo(command);
        command.SetAction((result, cancellation) => RunAsync(operation, parameters, result, service, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        Operation operation,
        ParameterOptions parameters,
        ParseResult result,
        ServiceOptions service,
        CancellationToken cancellation
    )
    {
        var request = parameters.Read(result);
        if (result.GetValue(service.DryRun))
            return await DryRun.ShowAsync(request, result, service, cancellation).ConfigureAwait(false);
        using var eSms = Service.Open(result, service);
        return OutcomeReport.Write(await eSms.CallAsync(request, cancellation).ConfigureAwait(false), result, service);
    }

    private static string Describe(Operation operation)
    {
        var endpoint = operation.Endpoint;
        var deprecated = endpoint.Deprecated is { } instead ? $"Deprecated: {instead}" : null;
        string?[] sentences = [endpoint.Summary, endpoint.Remarks, deprecated, endpoint.Docs];
        return string.Join(" ", sentences.Where(static sentence => sentence is not null));
    }
}
