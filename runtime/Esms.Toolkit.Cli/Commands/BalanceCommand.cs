using System.CommandLine;

namespace Esms.Cli;

/// <summary><c>esms balance</c>: what is left on the account.</summary>
internal static class BalanceCommand
{
    public const string Name = "balance";

    private const string Operation = "GetBalance";

    public static Command Create()
    {
        var service = new ServiceOptions();
        var command = new Command(Name, "Tells how much money the account has left.");
        service.AddTo(command);
        command.SetAction((result, cancellation) => RunAsync(result, service, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result, ServiceOptions service, CancellationToken cancellation)
    {
        var request = CallRequests.Of(OperationCatalog.BuiltIn.Get(Operation), isTrial: false);
        if (result.GetValue(service.DryRun))
            return await DryRun.ShowAsync(request, result, service, cancellation).ConfigureAwait(false);
        using var eSms = Service.Open(result, service);
        var outcome = await eSms.CallAsync(request, cancellation).ConfigureAwait(false);
        return OutcomeReport.Write(outcome, result, service, static (output, answer) => output.WriteLine(Money.Text(answer.TextOf("Balance"))));
    }
}
