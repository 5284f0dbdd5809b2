using System.Runtime.CompilerServices;

namespace Esms.Runtime;

/// <summary>
/// Makes a call: tries, judges what came, and tries again where the contract says that this cannot do harm. Every call ends in an answer,
/// in an exception that says what is known, or, when nobody knows whether a send was accepted, in one that says that.
/// </summary>
/// <param name="gateway">The way to the service.</param>
/// <param name="settings">The bounds of a call.</param>
internal sealed class CallRunner(Gateway gateway, CallSettings settings)
{
    public CallSettings Settings => settings;

    /// <param name="call">The call.</param>
    /// <param name="throwsOnRefusal">Whether a refusal is an exception, and else an answer.</param>
    /// <param name="history">What is known of earlier tries; null when there were none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<EsmsResponse> RunAsync(
        LogicalCall call, bool throwsOnRefusal, CallHistory? history, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(gateway.IsClosed, typeof(EsmsConnection));
        var clock = CallClock.Start(settings.Timeout);
        var result = await TryAsync(call, clock, settings.FirstLimit, cancellationToken).ConfigureAwait(false);
        return Weigh(call, result, history) is { } failure
            ? await TryAgainAsync(call, result.Answer, failure, history ?? new CallHistory(), clock, throwsOnRefusal, cancellationToken).ConfigureAwait(false)
            : Finish(call, result.Answer!, throwsOnRefusal);
    }

    /// <summary>Goes on after a first try without a definite answer. Most calls never come here, and need no room for what this keeps.</summary>
    private async Task<EsmsResponse> TryAgainAsync(
        LogicalCall call,
        EsmsResponse? answer,
        TryFailure failure,
        CallHistory history,
        CallClock clock,
        bool throwsOnRefusal,
        CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            history.Add(failure);
            var delay = RetryRules.DelayAfter(failure, tries, settings);
            gateway.Pacing.SlowDown(call.Endpoint.Operation, failure, delay);
            if (delay >= clock.Left || !RetryRules.MayTryAgain(call.Endpoint.Repeat, failure, tries, settings))
                return GiveUp(call, answer, failure, history, throwsOnRefusal);
            var result = await TryLaterAsync(call, delay, clock, history, cancellationToken).ConfigureAwait(false);
            if (Weigh(call, result, history) is not { } next)
                return Finish(call, result.Answer!, throwsOnRefusal);
            (answer, failure) = (result.Answer, next);
        }
    }

    /// <summary>Tries once more after a pause. That the call is cancelled meanwhile, or the connection closed, does not hide what is known of the tries before.</summary>
    private async ValueTask<TryResult> TryLaterAsync(
        LogicalCall call, TimeSpan delay, CallClock clock, CallHistory history, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
            return gateway.IsClosed
                ? new TryResult(null, FailureRules.Closed(call.Endpoint.Operation), 0)
                : await TryAsync(call, clock, clock.Limit(settings.TryTimeout), cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (exception is not EsmsSendCanceledException)
        {
            throw Gateway.Canceled(call.Endpoint, call.RequestId, history.MayBeAccepted, cancellationToken);
        }
    }

    private ValueTask<TryResult> TryAsync(LogicalCall call, CallClock clock, TimeSpan limit, CancellationToken cancellationToken) =>
        gateway.Pacing.Find(call.Endpoint) is { } pace
            ? TryInTurnAsync(call, pace, clock, cancellationToken)
            : gateway.ExchangeAsync(call, limit, settings, cancellationToken);

    private async ValueTask<TryResult> TryInTurnAsync(
        LogicalCall call, Pace pace, CallClock clock, CancellationToken cancellationToken) =>
        await pace.WaitAsync(clock, cancellationToken).ConfigureAwait(false)
            ? await gateway.ExchangeAsync(call, clock.Limit(settings.TryTimeout), settings, cancellationToken).ConfigureAwait(false)
            : new TryResult(null, gateway.IsClosed ? FailureRules.Closed(call.Endpoint.Operation) : Pacing.TooLate(call.Endpoint.Operation), 0);

    /// <summary>Tells what is definite from what is not. A refusal as a duplicate, of a send that an own earlier try may have brought, is success.</summary>
    /// <returns>Null for an answer that is definite, accepted or refused.</returns>
    private static TryFailure? Weigh(LogicalCall call, TryResult result, CallHistory? history)
    {
        if (result.Answer is not { } answer)
            return WeighFailure(result.Failure!, result.SendCount);
        if (call.Endpoint.IsSuccess(answer.ResultCode))
            return null;
        var mayBeAccepted = call.Endpoint.Repeat != EsmsRepeat.Safe && (history?.MayBeAccepted == true || result.SendCount > 1);
        if (mayBeAccepted && answer.ResultCode == EsmsResultCode.DuplicateRequestId && call.RequestId is not null && answer is EsmsSendResponse send)
        {
            send.WasAlreadyAccepted = true;
            return null;
        }
        return RetryRules.FindPending(call.Endpoint.Operation, call.Endpoint.Repeat, answer, mayBeAccepted);
    }

    /// <summary>A failure tells of the last time that the request went out; when handlers sent it more than once, the times before may have been accepted.</summary>
    private static TryFailure WeighFailure(TryFailure failure, int sendCount) => sendCount switch
    {
        0 => failure with { MayBeAccepted = false },
        1 => failure,
        _ => failure with { MayBeAccepted = true },
    };

    /// <summary>Whether an answer means that the service has what it was asked for.</summary>
    public static bool IsAccepted(EsmsEndpoint endpoint, EsmsResponse answer) =>
        endpoint.IsSuccess(answer.ResultCode) || answer is EsmsSendResponse { WasAlreadyAccepted: true };

    private static EsmsResponse Finish(LogicalCall call, EsmsResponse answer, bool throwsOnRefusal)
    {
        if (answer is EsmsSendResponse send)
            send.SentRequestId = call.RequestId;
        return !throwsOnRefusal || IsAccepted(call.Endpoint, answer)
            ? answer
            : throw new EsmsApiException(call.Endpoint.Operation, answer) { RequestId = call.RequestId };
    }

    /// <summary>Ends a call without a definite answer: with the last refusal, with the last failure, or, when a send may be accepted, with just that.</summary>
    private EsmsResponse GiveUp(
        LogicalCall call, EsmsResponse? answer, TryFailure failure, CallHistory history, bool throwsOnRefusal)
    {
        if (call.Endpoint.Repeat != EsmsRepeat.Safe && history.MayBeAccepted)
        {
            var pending = call.RequestId is null ? null : new PendingSend(this, call, history.Begun);
            throw new EsmsOutcomeUnknownException(call.Endpoint.Operation, history, pending) { RequestId = call.RequestId };
        }
        if (answer is not null)
            return Finish(call, answer, throwsOnRefusal);
        failure.Error.RequestId = call.RequestId;
        throw failure.Error;
    }
}
