using System.CommandLine;
using System.Globalization;

namespace Esms.Cli;

/// <summary><c>esms status</c>: how far a message has come; with --watch until it has come to its end.</summary>
internal static class StatusCommand
{
    public const string Name = "status";

    private const string Operation = "GetSendStatus";
    private const string Finished = "5";
    private const string Rejected = "4";
    private const string Deleted = "6";

    private static readonly Argument<string> Id = new("id") { HelpName = "SmsId", Description = "The message id that the send returned." };
    private static readonly Option<bool> Watch = new("--watch", "-w")
    {
        Description = "Asks again until the message is finished or rejected. Ends with 1 when it did not reach everybody.",
    };
    private static readonly Option<double> Every = new("--every")
    {
        HelpName = "seconds",
        Description = "How long to wait between two questions. 5 when it is not given.",
        DefaultValueFactory = static _ => 5,
    };

    public static Command Create()
    {
        var service = new ServiceOptions();
        var command = new Command(Name, "Tells how far a message has come, and what it cost.") { Id, Watch, Every };
        service.AddTo(command);
        command.SetAction((result, cancellation) => RunAsync(result, service, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result, ServiceOptions service, CancellationToken cancellation)
    {
        var request = CallRequests.Of(OperationCatalog.BuiltIn.Get(Operation), isTrial: false, ("SmsId", Id.Name, result.GetValue(Id)));
        if (result.GetValue(service.DryRun))
            return await DryRun.ShowAsync(request, result, service, cancellation).ConfigureAwait(false);
        using var eSms = Service.Open(result, service);
        return result.GetValue(Watch)
            ? await WatchAsync(eSms, request, result, service, cancellation).ConfigureAwait(false)
            : OutcomeReport.Write(await eSms.CallAsync(request, cancellation).ConfigureAwait(false), result, service);
    }

    private static async Task<int> WatchAsync(
        Service eSms,
        CallRequest request,
        ParseResult result,
        ServiceOptions service,
        CancellationToken cancellation
    )
    {
        var pause = result.GetValue(Every) is var seconds and > 0 and <= 86_400
            ? TimeSpan.FromSeconds(seconds)
            : throw new UsageException("--every takes a number of seconds above 0 and up to 86400.");
        string? last = null;
        while (true)
        {
            var outcome = await eSms.CallAsync(request, cancellation).ConfigureAwait(false);
            var status = outcome.Response?.TextOf("SendStatus");
            // A message that was sent a moment ago is not known yet.
            var isTooEarly = outcome.Response?.ResultCode == EsmsResultCode.NotFound;
            if (!isTooEarly && (!outcome.IsAccepted || status is Finished or Rejected or Deleted))
                return Math.Max(OutcomeReport.Write(outcome, result, service), HasFailed(outcome) ? ExitCodes.Found : ExitCodes.Success);
            var now = isTooEarly ? "not known yet" : $"status {NameOf(request.Operation, status)}";
            if (now != last)
                result.InvocationConfiguration.Error.WriteLine(now);
            last = now;
            try
            {
                await Task.Delay(pause, cancellation).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return ExitCodes.Canceled;
            }
        }
    }

    private static bool HasFailed(Outcome outcome) =>
        outcome is { IsAccepted: true, Response: { } answer }
        && (answer.TextOf("SendStatus") is Rejected or Deleted || answer.TextOf("SendFailed") is not (null or "0"));

    private static string NameOf(Operation operation, string? status)
    {
        var values = operation.EnumOf(operation.Endpoint.Response.First(static field => field.Wire == "SendStatus"));
        return values?.Values.FirstOrDefault(value => value.Number.ToString(CultureInfo.InvariantCulture) == status) is { } named
            ? $"{status} ({named.Name})"
            : status ?? "unknown";
    }
}
