using System.CommandLine;

namespace Esms.Cli;

/// <summary><c>esms send</c>: a customer care SMS, after a question, for it costs money and cannot be called back.</summary>
internal static class SendCommand
{
    public const string Name = "send";

    private const string Operation = "SendCustomerCare";

    private static readonly Option<string> To = new("--to")
    {
        HelpName = "phone",
        Description = "The recipient.",
        Required = true,
    };
    private static readonly Option<string> Text = new("--text")
    {
        HelpName = "text",
        Description = "The text, which must match a template that is registered for the brandname.",
        Required = true,
    };
    private static readonly Option<string> Brand = new("--brand")
    {
        HelpName = "brandname",
        Description = "The registered name that the recipient sees as the sender.",
        Required = true,
    };
    private static readonly Option<string> RequestId = new("--request-id")
    {
        HelpName = "id",
        Description = "An id of your own. A second send with the same one is refused for 24 hours. One is made when it is not given.",
    };
    private static readonly Option<string> SendDate = new("--send-date")
    {
        HelpName = "date",
        Description = "When to send, on Vietnam's clock, such as 2026-12-31 09:00:00. At once when it is not given.",
    };
    private static readonly Option<string> CallbackUrl = new("--callback-url")
    {
        HelpName = "url",
        Description = "Your address, which eSMS calls when the final status is known.",
    };
    private static readonly Option<bool> Unicode = new("--unicode")
    {
        Description = "The text has Vietnamese letters with marks. Set by itself when it has letters that GSM has not, such as ê.",
    };
    private static readonly Option<bool> Sandbox = new("--sandbox") { Description = Trials.Description };
    private static readonly Option<bool> Yes = new("--yes", "-y") { Description = "Sends without a question." };

    public static Command Create()
    {
        var service = new ServiceOptions();
        var command = new Command(Name, "Sends a customer care SMS, such as a one-time code, to one phone number.");
        foreach (var option in (Option[])[To, Text, Brand, RequestId, SendDate, CallbackUrl, Unicode, Sandbox, Yes])
            command.Add(option);
        service.AddTo(command);
        command.SetAction((result, cancellation) => RunAsync(result, service, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result, ServiceOptions service, CancellationToken cancellation)
    {
        var request = Read(result);
        if (result.GetValue(service.DryRun))
            return await DryRun.ShowAsync(request, result, service, cancellation).ConfigureAwait(false);
        using var eSms = Service.Open(result, service);
        if (!result.GetValue(Yes) && !result.GetValue(Sandbox) && !Confirms(result))
        {
            result.InvocationConfiguration.Error.WriteLine("Nothing was sent.");
            return ExitCodes.Declined;
        }
        var outcome = await eSms.CallAsync(request, cancellation).ConfigureAwait(false);
        return OutcomeReport.Write(outcome, result, service, (output, answer) => Write(output, answer, outcome));
    }

    private static CallRequest Read(ParseResult result)
    {
        var text = result.GetValue(Text)!;
        return CallRequests.Of(
            OperationCatalog.BuiltIn.Get(Operation),
            result.GetValue(Sandbox),
            ("Phone", To.Name, result.GetValue(To)),
            ("Content", Text.Name, text),
            ("Brandname", Brand.Name, result.GetValue(Brand)),
            ("IsUnicode", Unicode.Name, result.GetValue(Unicode) || !EsmsMessageText.IsGsm(text) ? "true" : null),
            ("RequestId", RequestId.Name, result.GetValue(RequestId)),
            ("CallbackUrl", CallbackUrl.Name, result.GetValue(CallbackUrl)),
            ("SendDate", SendDate.Name, result.GetValue(SendDate))
        );
    }

    private static bool Confirms(ParseResult result) =>
        Confirmation.Ask(
            $"Send {result.GetValue(Text)!.Length} characters as {Plain.Text(result.GetValue(Brand)!)} to {Plain.Text(result.GetValue(To)!)}? "
                + "It costs money and cannot be called back.",
            Yes.Name
        );

    private static void Write(TextWriter output, CallResponse answer, Outcome outcome)
    {
        output.WriteLine(
            answer.WasAlreadyAccepted
                ? "Accepted by an earlier try, whose answer was lost; there is one message."
                : $"Accepted ({(int)answer.ResultCode})."
        );
        if (answer.TextOf("SMSID") is { } id)
            output.WriteLine($"SmsId      {Plain.Text(id)}");
        output.WriteLine($"RequestId  {outcome.RequestId}");
    }
}
