using Microsoft.Extensions.Logging;

namespace Esms.Dispatching;

/// <summary>
/// What is logged: operations, outcomes and codes. No phone number and no text; no key of a row either, which may be a phone number.
/// </summary>
internal static partial class DispatchLog
{
    [LoggerMessage(1, LogLevel.Information, "Another process is sending from this outbox; waiting for it to exit.")]
    public static partial void AnotherSends(this ILogger logger);

    [LoggerMessage(2, LogLevel.Information, "Sending begins. {Count} messages were under way when the last process ended, and are settled.")]
    public static partial void Begins(this ILogger logger, int count);

    [LoggerMessage(3, LogLevel.Warning, "Nothing is sent until {Until}: {Reason} (code {Code})")]
    public static partial void Pauses(this ILogger logger, DateTimeOffset until, string reason, int? code);

    [LoggerMessage(4, LogLevel.Information, "Messages go out again.")]
    public static partial void Resumes(this ILogger logger);

    [LoggerMessage(5, LogLevel.Debug, "{Operation} {RequestId}: {Outcome} (code {Code}).")]
    public static partial void Ended(this ILogger logger, string operation, string requestId, EsmsDispatchOutcome outcome, int code);

    [LoggerMessage(6, LogLevel.Warning, "{Operation} {RequestId}: nobody can find out any more whether it was accepted. It is not sent again.")]
    public static partial void IsUnknown(this ILogger logger, string operation, string requestId);

    /// <summary>Only what kind of exception it is: a handler of the application could have put the request into its words.</summary>
    [LoggerMessage(7, LogLevel.Error, "{Operation} {RequestId}: unexpected {Exception} during an attempt; it will be retried.")]
    public static partial void Failed(this ILogger logger, string operation, string requestId, string exception);

    /// <summary>Our own words: those of the exception name the file and what to do.</summary>
    [LoggerMessage(8, LogLevel.Error, "Nothing is sent from the outbox now. {Problem}")]
    public static partial void CannotUse(this ILogger logger, string problem);

    [LoggerMessage(
        9,
        LogLevel.Warning,
        "The application stopped before {Count} messages had an answer. The next start finds out what became of them."
    )]
    public static partial void Abandoned(this ILogger logger, int count);
}
