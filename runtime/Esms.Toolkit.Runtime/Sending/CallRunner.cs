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
    /// <returns>The answer, an <see cref="EsmsResponse"/>: tasks of objects are in every native app already, and tasks of answers would be linked beside them.</returns>
    public async ValueTask<object> RunAsync(LogicalCall call, bool throwsOnRefusal, CallHistory? history, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(gateway.IsClosed, typeof(EsmsConnection));
        var clock = CallClock.Start(settings.Timeout);
        for (var tries = 1; ; tries++)
        {
            var attempt = Attempt.Start(call, settings, tries == 1 ? settings.FirstLimit : clock.Limit(settings.TryTimeout), cancellationToken);
            TryResult result;
            try
            {
                await TryAsync(attempt, clock).ConfigureAwait(false);
                result = attempt.Result;
            }
            catch (OperationCanceledException) when (history?.MayBeAccepted == true)
            {
                // Whatever became of this try, one before it may have been accepted.
                throw Gateway.Canceled(call, mayBeAccepted: true, cancellationToken);
            }
            finally
            {
                attempt.Stop();
            }
            if (Weigh(call, result, history) is not { } failure)
                return Finish(call, result.Answer!, throwsOnRefusal);
            history ??= new CallHistory();
            history.Add(failure);
            var delay = RetryRules.DelayAfter(failure, tries, settings);
            gateway.Pacing.SlowDown(call.Endpoint, failure, delay);
            if (delay >= clock.Left || !RetryRules.MayTryAgain(call.Endpoint.Repeat, failure, tries, settings))
                return GiveUp(call, result.Answer, failure, history, throwsOnRefusal);
            await PauseAsync(call, delay, history, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task TryAsync(Attempt attempt, CallClock clock)
    {
        if (gateway.IsClosed)
        {
            attempt.Result = new TryResult(FailureRules.Closed(attempt.Operation), sendCount: 0);
            return Task.CompletedTask;
        }
        return gateway.Pacing.Find(attempt.Call.Endpoint) is { } pace ? TryInTurnAsync(attempt, pace, clock) : gateway.ExchangeAsync(attempt);
    }

    private async Task TryInTurnAsync(Attempt attempt, EsmsPace pace, CallClock clock)
    {
        var isInTime = await pace.WaitAsync(clock, attempt.Caller).ConfigureAwait(false);
        attempt.Limit = clock.Limit(settings.TryTimeout);
        if (isInTime)
            await gateway.ExchangeAsync(attempt).ConfigureAwait(false);
        else
            attempt.Result = new TryResult(gateway.IsClosed ? FailureRules.Closed(attempt.Operation) : Pacing.TooLate(attempt.Operation), sendCount: 0);
    }

    /// <summary>Tells what is definite from what is not. A refusal as a duplicate, of a send that an own earlier try may have brought, is success.</summary>
    /// <returns>Null for an answer that is definite, accepted or refused.</returns>
    private static TryFailure? Weigh(LogicalCall call, TryResult result, CallHistory? history)
    {
        if (result.Answer is not { } answer)
            return WeighFailure(result.Failure!, result.SendCount);
        if (call.Endpoint.IsSuccess(answer.ResultCode))
            return null;
        var mayBeAccepted = call.Endpoint.Repeat != EsmsRepeat.Safe && (history?.MayBeAccepted == true || result.SendCount > 1);
        if (mayBeAccepted && answer.ResultCode == EsmsResultCode.DuplicateRequestId && call.RequestId is not null)
        {
            answer.IsRepeatOfAccepted = true;
            return null;
        }
        return RetryRules.FindPending(call.Endpoint.Operation, call.Endpoint.Repeat, answer, mayBeAccepted);
    }

    /// <summary>A failure tells of the last time that the request went out; when handlers sent it more than once, the times before may have been accepted.</summary>
    private static TryFailure WeighFailure(TryFailure failure, int sendCount) => sendCount switch
    {
        0 => failure.With(mayBeAccepted: false),
        1 => failure,
        _ => failure.With(mayBeAccepted: true),
    };

    /// <summary>Whether an answer means that the service has what it was asked for.</summary>
    public static bool IsAccepted(EsmsEndpoint endpoint, EsmsResponse answer) =>
        endpoint.IsSuccess(answer.ResultCode) || answer.IsRepeatOfAccepted;

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

    private static async Task PauseAsync(LogicalCall call, TimeSpan delay, CallHistory history, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw Gateway.Canceled(call, history.MayBeAccepted, cancellationToken);
        }
    }
}
