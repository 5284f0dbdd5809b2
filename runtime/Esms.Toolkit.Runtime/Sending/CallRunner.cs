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
    /// <returns>
    /// The answer, an <see cref="EsmsResponse"/>: tasks of objects are in every native app already, and tasks of answers would be linked beside them.
    /// </returns>
    public async ValueTask<object> RunAsync(LogicalCall call, bool throwsOnRefusal, CallHistory? history, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(gateway.IsClosed, typeof(EsmsConnection));
        var watch = Telemetry.IsWatched ? new CallWatch(call.Endpoint, gateway.OriginOf(call.Endpoint), settles: history is not null) : null;
        var clock = CallClock.Start(settings.Timeout);
        var delay = TimeSpan.Zero;
        for (var tries = 1; ; tries++)
        {
            Attempt? attempt = null;
            object brought;
            var sendCount = 0;
            try
            {
                if (tries > 1)
                    await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
                var pace = gateway.Pacing.Find(call.Endpoint);
                var isInTime = pace is null || await pace.WaitAsync(clock, cancellationToken).ConfigureAwait(false);
                if (isInTime && !gateway.IsClosed)
                {
                    watch?.Tries();
                    var limit = tries == 1 && pace is null ? settings.FirstLimit : clock.Limit(settings.TryTimeout);
                    attempt = Attempt.Start(call, settings, limit, cancellationToken);
                    brought = await gateway.ExchangeAsync(call, attempt).ConfigureAwait(false);
                    sendCount = attempt.SendCount;
                }
                else
                {
                    brought = NotTried(call.Endpoint.Operation);
                }
            }
            catch (Exception exception) when (watch is not null && watch.Sees(exception))
            {
                throw; // It only looks on: nothing is ever caught here.
            }
            catch (OperationCanceledException) when (history?.MayBeAccepted == true)
            {
                // Whatever became of this try, one before it may have been accepted.
                throw Gateway.Canceled(call.Endpoint, call.RequestId, mayBeAccepted: true, cancellationToken);
            }
            finally
            {
                attempt?.Stop();
            }
            if (Weigh(call, brought, sendCount, history) is not { } failure)
                return Finish(call, (EsmsResponse)brought, throwsOnRefusal, watch);
            history ??= new CallHistory();
            history.Add(failure);
            delay = RetryRules.DelayAfter(failure, tries, settings);
            gateway.Pacing.SlowDown(call.Endpoint, failure, delay);
            if (delay >= clock.Left || !RetryRules.MayTryAgain(call.Endpoint.Repeat, failure, tries, settings))
                return GiveUp(call, brought as EsmsResponse, failure, history, throwsOnRefusal, watch);
        }
    }

    private TryFailure NotTried(string operation) => gateway.IsClosed ? FailureRules.Closed(operation) : Pacing.TooLate(operation);

    /// <summary>
    /// Tells what is definite from what is not. A refusal as a duplicate, of a send that an own earlier try may have brought, is success.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="brought">The answer, or a <see cref="TryFailure"/>.</param>
    /// <param name="sendCount">How often handlers under the connection sent the request; a handler may repeat it.</param>
    /// <param name="history">What is known of earlier tries.</param>
    /// <returns>Null for an answer that is definite, accepted or refused.</returns>
    private static TryFailure? Weigh(LogicalCall call, object brought, int sendCount, CallHistory? history)
    {
        if (brought is TryFailure failure)
            return WeighFailure(failure, sendCount);
        var answer = (EsmsResponse)brought;
        if (call.Endpoint.IsSuccess(answer.ResultCode))
            return null;
        var mayBeAccepted = call.Endpoint.Repeat != EsmsRepeat.Safe && (history?.MayBeAccepted == true || sendCount > 1);
        if (
            (mayBeAccepted || HttpStack.MayHaveRepeated(call.Endpoint))
            && answer.ResultCode == EsmsResultCode.DuplicateRequestId
            && call.RequestId is not null
        )
        {
            answer.IsRepeatOfAccepted = true;
            return null;
        }
        return RetryRules.FindPending(call.Endpoint, answer, mayBeAccepted);
    }

    /// <summary>
    /// A failure tells of the last time that the request went out; when handlers sent it more than once, the times before may have been accepted.
    /// </summary>
    private static TryFailure WeighFailure(TryFailure failure, int sendCount) =>
        sendCount switch
        {
            0 => failure.With(mayBeAccepted: false),
            1 => failure,
            _ => failure.With(mayBeAccepted: true),
        };

    /// <summary>Whether an answer means that the service has what it was asked for.</summary>
    public static bool IsAccepted(EsmsEndpoint endpoint, EsmsResponse answer) => endpoint.IsSuccess(answer.ResultCode) || answer.IsRepeatOfAccepted;

    private static EsmsResponse Finish(LogicalCall call, EsmsResponse answer, bool throwsOnRefusal, CallWatch? watch)
    {
        watch?.Ended(answer);
        if (answer is EsmsSendResponse send)
            send.SentRequestId = call.RequestId;
        return !throwsOnRefusal || IsAccepted(call.Endpoint, answer)
            ? answer
            : throw new EsmsApiException(call.Endpoint, answer) { RequestId = call.RequestId };
    }

    /// <summary>
    /// Ends a call without a definite answer: with the last refusal, with the last failure, or, when a send may be accepted, with just that.
    /// </summary>
    private EsmsResponse GiveUp(
        LogicalCall call,
        EsmsResponse? answer,
        TryFailure failure,
        CallHistory history,
        bool throwsOnRefusal,
        CallWatch? watch
    )
    {
        if (call.Endpoint.Repeat != EsmsRepeat.Safe && history.MayBeAccepted)
        {
            var pending = call.RequestId is null ? null : new PendingSend(this, call, history.Begun);
            var unknown = new EsmsOutcomeUnknownException(call.Endpoint.Operation, history, pending) { RequestId = call.RequestId };
            watch?.Ended(unknown);
            throw unknown;
        }
        if (answer is not null)
            return Finish(call, answer, throwsOnRefusal, watch);
        watch?.Ended(failure.Error);
        failure.Error.RequestId = call.RequestId;
        throw failure.Error;
    }
}
