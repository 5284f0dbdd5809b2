namespace Esms.Cli;

/// <summary>What became of a call, whatever that is.</summary>
/// <param name="Operation">What was called.</param>
/// <param name="ExitCode">How the program should end.</param>
/// <param name="Word">What became of it, in a word for programs.</param>
internal sealed record Outcome(Operation Operation, int ExitCode, string Word)
{
    /// <summary>The answer; null when there is none.</summary>
    public CallResponse? Response { get; init; }

    /// <summary>The id that the send went out with; null when it has none.</summary>
    public string? RequestId { get; init; }

    /// <summary>What went wrong, where there is no answer.</summary>
    public string? Error { get; init; }

    public bool IsAccepted => ExitCode == ExitCodes.Success;

    public static Outcome Of(Operation operation, EsmsResult<CallResponse> result) =>
        result switch
        {
            { Outcome: EsmsOutcome.Accepted } => new Outcome(operation, ExitCodes.Success, "accepted")
            {
                Response = result.Response,
                RequestId = result.RequestId,
            },
            { Outcome: EsmsOutcome.Refused } => new Outcome(operation, ExitCodes.Refused, "refused")
            {
                Response = result.Response,
                RequestId = result.RequestId,
            },
            _ => Unknown(operation, result.UnknownOutcome!.Message, result.RequestId),
        };

    /// <returns>Null for what is no outcome of a call.</returns>
    public static Outcome? Of(Operation operation, Exception exception) =>
        exception switch
        {
            EsmsOutcomeUnknownException unknown => Unknown(operation, unknown.Message, unknown.RequestId),
            EsmsSendCanceledException canceled => Unknown(operation, canceled.Message, canceled.RequestId),
            EsmsProtocolException error => new Outcome(operation, ExitCodes.Unreadable, "unreadable")
            {
                Error = error.Message,
                RequestId = error.RequestId,
            },
            EsmsException error => new Outcome(operation, ExitCodes.NotReached, "notReached") { Error = error.Message, RequestId = error.RequestId },
            OperationCanceledException => new Outcome(operation, ExitCodes.Canceled, "canceled")
            {
                Error = $"{operation.Name}: cancelled. Nothing was sent.",
            },
            _ => null,
        };

    private static Outcome Unknown(Operation operation, string error, string? requestId) =>
        new(operation, ExitCodes.OutcomeUnknown, "unknown") { Error = error, RequestId = requestId };
}
