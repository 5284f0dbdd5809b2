namespace Esms.Cli;

/// <summary>What to do next, by what became of a call.</summary>
internal static class Advice
{
    public static IEnumerable<string> For(Outcome outcome) =>
        outcome switch
        {
            { ExitCode: ExitCodes.OutcomeUnknown } => ForUnknown(outcome),
            { Response.ResultCode: EsmsResultCode.WrongCredentials } => ["Check ESMS_API_KEY and ESMS_SECRET_KEY, or the options file."],
            { Response.ResultCode: EsmsResultCode.DuplicateRequestId } =>
            [
                "A send with this RequestId was accepted within the last 24 hours. That one is the message; there is no second one.",
            ],
            { Response: { } refusal } when refusal.ResultCode.CanRetry() => ["The same call may be accepted later."],
            { ExitCode: ExitCodes.NotReached } => ["Nothing was sent."],
            { ExitCode: ExitCodes.Unreadable } =>
            [
                $"The service may have changed. esms contracts verify {outcome.Operation.Name} compares it with the contract.",
            ],
            _ => [],
        };

    /// <summary>How to find out whether a send was accepted.</summary>
    private static IEnumerable<string> ForUnknown(Outcome outcome)
    {
        var key = outcome.Operation.Endpoint.Request.FirstOrDefault(static field => field.IsRepeatKey);
        if (outcome.RequestId is not { } id || key is null)
        {
            yield return "It has no RequestId by which eSMS could tell a repeat. Look it up before you repeat it: esms call GetSentMessages lists what was sent.";
            yield break;
        }
        yield return $"RequestId {id}";
        yield return $"To find out, give the same command again within 24 hours, with {OptionNames.Of(key, outcome.Operation)} {id}:";
        yield return "eSMS either has the send (code 124) or accepts it now, and there is one message.";
        yield return "With another RequestId, or none, it may be sent and billed twice.";
    }
}
