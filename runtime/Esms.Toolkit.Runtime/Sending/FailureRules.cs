using System.Runtime.CompilerServices;

namespace Esms.Runtime;

/// <summary>Tells failures apart: what they are called, whether the service may have acted all the same, and whether they may pass.</summary>
internal static class FailureRules
{
    /// <param name="exception">What was caught.</param>
    /// <param name="attempt">The try.</param>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    public static TryFailure Of(Exception exception, Attempt attempt)
    {
        // Whatever was caught: handlers, and connections that are closed for it, may tell of a cancellation in words of their own.
        if (attempt.Caller.IsCancellationRequested)
            throw Canceled(attempt.Endpoint, attempt.RequestId, mayBeAccepted: attempt.Record?.MayBeOut() ?? true, attempt.Caller);
        var (operation, settings) = (attempt.Endpoint.Operation, attempt.Settings);
        if (exception is ResponseTooLargeException)
            return OfAnswer(
                new EsmsProtocolException(
                    operation,
                    null,
                    "the answer is larger than "
                        + NumberText.Of(settings.MaxResponseBytes)
                        + " bytes ("
                        + nameof(EsmsOptions)
                        + "."
                        + nameof(EsmsOptions.MaxResponseBytes)
                        + ")."
                )
            );
        var cause = HttpStack.QuotesThePeer(exception) ? null : exception;
        var mayBeAccepted = attempt.Record?.MayBeAccepted(exception) ?? (attempt.IsLate || !HttpStack.IsBeforeSending(exception));
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
        return new TryFailure(error, mayBeAccepted, isPassing: !HttpStack.IsDefiniteOfProxy(exception));
    }

    /// <summary>An answer that cannot be read: nobody knows what it said.</summary>
    public static TryFailure OfAnswer(EsmsProtocolException error) => new(error, mayBeAccepted: true, isPassing: false);

    /// <summary>
    /// An HTTP error. The service itself answers refusals with 200, so this comes from what stands before it, or from its breaking down.
    /// </summary>
    public static TryFailure OfStatus(HttpResponseMessage answer, Attempt attempt, Exception? cause, bool saysAccepted = false)
    {
        var status = answer.StatusCode;
        var retryAfter = RetryAfterOf(answer);
        var error = new EsmsTransportException(
            attempt.Endpoint.Operation,
            EsmsTransportError.HttpStatus,
            // 407 comes from a proxy only.
            (int)status == 407
                ? ProxyText.Refused((int)status)
                : "the service answered with HTTP status " + NumberText.Of((int)status) + Describe(retryAfter) + ".",
            cause,
            status
        );
        // What says one thing by its status and another in its body is believed in neither.
        var mayBeAccepted =
            saysAccepted || HttpStatus.LeavesOpen(status) ? attempt.Record?.MayBeOut() ?? true : attempt.Record?.MayBeAccepted(answer) ?? false;
        return new TryFailure(error, mayBeAccepted, isPassing: HttpStatus.Decides(status)) { RetryAfter = retryAfter };
    }

    /// <summary>How a call ends that its caller has cancelled; of a send that may be out, it tells the id.</summary>
    public static OperationCanceledException Canceled(
        EsmsEndpoint endpoint,
        string? requestId,
        bool mayBeAccepted,
        CancellationToken cancellationToken
    ) =>
        mayBeAccepted && endpoint.Repeat != EsmsRepeat.Safe
            ? new EsmsSendCanceledException(endpoint.Operation, requestId, cancellationToken)
            : new OperationCanceledException(cancellationToken);

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

    // Added and not interpolated, which would be a kilobyte more in every native app.
    private static string Describe(TimeSpan limit, CallSettings settings) =>
        limit < settings.TryTimeout
            ? "the "
                + DurationText.SecondsOf(settings.Timeout)
                + " seconds that the call may take in all ("
                + nameof(EsmsOptions)
                + "."
                + nameof(EsmsOptions.Timeout)
                + ")"
            : DurationText.SecondsOf(settings.TryTimeout) + " seconds (" + nameof(EsmsOptions) + "." + nameof(EsmsOptions.TryTimeout) + ")";

    /// <summary>What the service asks to wait, behind what it answered.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Describe(TimeSpan? retryAfter) =>
        retryAfter is { } asked && asked > TimeSpan.Zero
            ? $", and asked to wait {DurationText.WholeSecondsOf(asked)} seconds (Retry-After)"
            : string.Empty;

    private static TimeSpan? RetryAfterOf(HttpResponseMessage answer)
    {
        var after = answer.Headers.RetryAfter;
        return after?.Delta ?? (after?.Date is { } date ? date - DateTimeOffset.UtcNow : null);
    }
}
