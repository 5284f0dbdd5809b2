using Microsoft.Extensions.Logging;

namespace Esms.Dispatching;

/// <summary>
/// Log messages: operations, outcomes and codes. They have no phone number, no text, and no key of a row, which may be a phone number.
/// </summary>
internal static partial class DispatchLog
{
    [LoggerMessage(1, LogLevel.Information, "Another process is sending from this outbox; waiting for it to exit.")]
    public static partial void AnotherSends(this ILogger logger);

    [LoggerMessage(
        2,
        LogLevel.Information,
        "Sending started. {Count} messages were in flight when the last process ended; their outcomes are being resolved."
    )]
    public static partial void Begins(this ILogger logger, int count);

    /// <summary>Logs a pause, with its result code if it has one.</summary>
    public static void Pauses(this ILogger logger, DateTimeOffset until, string reason, int? code)
    {
        if (code is { } known)
            logger.PausesWithCode(until, reason, known);
        else
            logger.PausesWithoutCode(until, reason);
    }

    [LoggerMessage(3, LogLevel.Warning, "Nothing is sent until {Until}: {Reason} (code {Code})")]
    private static partial void PausesWithCode(this ILogger logger, DateTimeOffset until, string reason, int code);

    [LoggerMessage(10, LogLevel.Warning, "Nothing is sent until {Until}: {Reason}")]
    private static partial void PausesWithoutCode(this ILogger logger, DateTimeOffset until, string reason);

    [LoggerMessage(4, LogLevel.Information, "Sending resumed.")]
    public static partial void Resumes(this ILogger logger);

    [LoggerMessage(5, LogLevel.Debug, "{Operation} {RequestId}: {Outcome} (code {Code}).")]
    public static partial void Ended(this ILogger logger, string operation, string requestId, EsmsDispatchOutcome outcome, int code);

    [LoggerMessage(6, LogLevel.Warning, "{Operation} {RequestId}: whether it was accepted can no longer be found out. It is not sent again.")]
    public static partial void IsUnknown(this ILogger logger, string operation, string requestId);

    /// <summary>Only the type of the exception: a handler of the application could have put the request into its message.</summary>
    [LoggerMessage(7, LogLevel.Error, "{Operation} {RequestId}: unexpected {Exception} during an attempt; it will be retried.")]
    public static partial void Failed(this ILogger logger, string operation, string requestId, string exception);

    /// <summary>The message of the exception is ours: it names the file and what to do.</summary>
    [LoggerMessage(8, LogLevel.Error, "Nothing is sent from the outbox now. {Problem}")]
    public static partial void CannotUse(this ILogger logger, string problem);

    [LoggerMessage(9, LogLevel.Warning, "The application stopped before {Count} messages had a response. The next start resolves their outcomes.")]
    public static partial void Abandoned(this ILogger logger, int count);
}
