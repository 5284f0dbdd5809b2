namespace Esms.Runtime;

/// <summary>Tells failures apart: what they are called, whether the service may have acted all the same, and whether they may pass.</summary>
internal static class FailureRules
{
    /// <param name="exception">What was caught.</param>
    /// <param name="attempt">The try.</param>
    public static TryFailure Of(Exception exception, Attempt attempt)
    {
        var (operation, settings) = (attempt.Endpoint.Operation, attempt.Settings);
        if (exception is ResponseTooLargeException)
            return OfAnswer(
                new EsmsProtocolException(
                    operation,
                    null,
                    $"the answer is larger than {settings.MaxResponseBytes} bytes ({nameof(EsmsOptions)}.{nameof(EsmsOptions.MaxResponseBytes)})."
                )
            );
        var cause = HttpStack.QuotesThePeer(exception) ? null : exception;
        var error = attempt.IsLate
            ? new EsmsTransportException(
                operation,
                EsmsTransportError.Timeout,
                $"no whole answer came within {Describe(attempt.Limit, settings)}.",
                cause
            )
            : new EsmsTransportException(
                operation,
                EsmsTransportError.Connection,
                HttpStack.DescribeProxy(exception) ?? $"the service could not be reached, or the connection broke ({HttpStack.Describe(exception)}).",
                cause
            );
        return new TryFailure(
            error,
            mayBeAccepted: attempt.IsLate || !HttpStack.IsBeforeSending(exception),
            isPassing: !HttpStack.IsDefiniteOfProxy(exception)
        );
    }

    /// <summary>An answer that cannot be read: nobody knows what it said.</summary>
    public static TryFailure OfAnswer(EsmsProtocolException error) => new(error, mayBeAccepted: true, isPassing: false);

    /// <summary>
    /// An HTTP error. The service itself answers refusals with 200, so this comes from what stands before it, or from its breaking down.
    /// </summary>
    public static TryFailure OfStatus(string operation, HttpResponseMessage answer, Exception? cause)
    {
        var status = (int)answer.StatusCode;
        var error = new EsmsTransportException(
            operation,
            EsmsTransportError.HttpStatus,
            // 407 is of a proxy only.
            status == 407
                ? ProxyText.Refused(status)
                : $"the service answered with HTTP status {status}.",
            cause,
            answer.StatusCode
        );
        // 408 and 429 say that nothing was done; other errors of the 400s, and redirects, that nothing can be.
        return new TryFailure(error, mayBeAccepted: status >= 500, isPassing: status is 408 or 429 or >= 500) { RetryAfter = RetryAfterOf(answer) };
    }

    /// <summary>A call that was between two tries when its connection was closed.</summary>
    public static TryFailure Closed(string operation) =>
        new(
            new EsmsTransportException(
                operation,
                EsmsTransportError.Connection,
                $"the {nameof(EsmsConnection)} was disposed of, so the call was not tried again."
            ),
            mayBeAccepted: false,
            isPassing: false
        );

    private static string Describe(TimeSpan limit, CallSettings settings) =>
        limit < settings.TryTimeout
            ? $"the {settings.Timeout.TotalSeconds:0.###} seconds that the call may take in all ({nameof(EsmsOptions)}.{nameof(EsmsOptions.Timeout)})"
            : $"{settings.TryTimeout.TotalSeconds:0.###} seconds ({nameof(EsmsOptions)}.{nameof(EsmsOptions.TryTimeout)})";

    private static TimeSpan? RetryAfterOf(HttpResponseMessage answer)
    {
        var after = answer.Headers.RetryAfter;
        return after?.Delta ?? (after?.Date is { } date ? date - DateTimeOffset.UtcNow : null);
    }
}
