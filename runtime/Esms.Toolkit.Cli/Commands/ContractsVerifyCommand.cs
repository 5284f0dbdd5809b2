using System.CommandLine;
using System.Globalization;

namespace Esms.Cli;

/// <summary><c>esms contracts verify</c>: whether a live service still is what the contracts say.</summary>
internal static class ContractsVerifyCommand
{
    private const string Description =
        "Calls the operations that only read, with the published parameters, and compares the answers with the contracts. Ends with 1 when one differs.";

    private static readonly Argument<string[]> Names = new("operation")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "The operations to compare; all that do no harm when none is given.",
    };
    private static readonly Option<bool> Sandbox = new("--sandbox")
    {
        Description = "Makes trials too, of the sends that have such: they are checked, and neither sent nor billed.",
    };

    public static Command Create()
    {
        var service = new ServiceOptions();
        var folder = ContractsOption.Create();
        var command = new Command("verify", Description) { Names, Sandbox, folder };
        Names.CompletionSources.Add(static _ => OperationCatalog.BuiltIn.Names);
        service.AddTo(command, withDryRun: false);
        command.Options.Remove(service.Json);
        command.SetAction((result, cancellation) => RunAsync(result, OperationCatalog.Open(result.GetValue(folder)), service, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result, OperationCatalog catalog, ServiceOptions service, CancellationToken cancellation)
    {
        var names = result.GetValue(Names) is { Length: > 0 } given ? given : [.. catalog.Names];
        var requests = names.Select(name => VerifyPlan.RequestFor(catalog.Get(name), result.GetValue(Sandbox))).ToList();
        var output = result.InvocationConfiguration.Output;
        using var eSms = Service.Open(result, service);
        var (asked, differing, unreached) = (0, 0, 0);
        foreach (var request in requests.OfType<CallRequest>())
        {
            var outcome = await eSms.CallAsync(request, cancellation, isLenient: true).ConfigureAwait(false);
            if (outcome.ExitCode == ExitCodes.Canceled || outcome.Response?.ResultCode == EsmsResultCode.WrongCredentials)
                return OutcomeReport.Write(outcome, result, service);
            var drift = DriftOf(outcome);
            asked++;
            differing += drift.Count > 0 ? 1 : 0;
            unreached += outcome.ExitCode is ExitCodes.NotReached or ExitCodes.OutcomeUnknown ? 1 : 0;
            output.WriteLine($"{(drift.Count > 0 ? "differs" : "ok"), -8} {outcome.Operation.Name, -28} {Describe(outcome)}".TrimEnd());
            foreach (var line in drift)
                output.WriteLine($"         {line}");
        }
        var left = requests.Count - asked;
        output.WriteLine(
            $"{asked} asked, {differing} differ, {unreached} not reached, {left} left out, for they would do something or have no published parameters."
        );
        return differing > 0 ? ExitCodes.Found
            : unreached > 0 ? ExitCodes.NotReached
            : ExitCodes.Success;
    }

    private static IReadOnlyCollection<string> DriftOf(Outcome outcome) =>
        outcome switch
        {
            { Response: { } answer } => AnswerDrift.Find(outcome.Operation, answer, outcome.IsAccepted),
            { ExitCode: ExitCodes.Unreadable } => [outcome.Error!],
            _ => [],
        };

    private static string Describe(Outcome outcome) =>
        outcome.Response switch
        {
            null => outcome.Error!,
            { ResultCode: EsmsResultCode.Unspecified } => outcome.Word,
            var answer => string.Create(CultureInfo.InvariantCulture, $"{outcome.Word} ({(int)answer.ResultCode})"),
        };
}
