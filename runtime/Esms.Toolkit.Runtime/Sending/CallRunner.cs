using System.Runtime.CompilerServices;

namespace Esms.Runtime;

/// <summary>
/// Makes a call: tries, judges what came, and tries again where the contract says that this cannot do harm. Every call ends in an answer,
/// in an exception that says what is known, or, when nobody knows whether a send was accepted, in one that says that.
/// </summary>
/// <param name="gateway">The way to the service.</param>
/// <remarks>
/// A call is one method that awaits, though that makes it long: each further one is an object more for each call, and kilobytes in every native app.
/// </remarks>
internal class CallRunner(Gateway gateway)
{
    protected Gateway Gateway => gateway;

    /// <summary>What is different from the bounds of the account; null for nothing.</summary>
    public virtual EsmsCallOptions? Changes => null;

    /// <summary>The bounds of a call that begins now.</summary>
    protected virtual CallSettings Settings => gateway.Settings;

    /// <param name="call">The call.</param>
    /// <param name="history">What is known of earlier tries; null when there were none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>
    /// The answer, an <see cref="EsmsResponse"/>: tasks of objects are in every native app already, and tasks of answers would be linked beside them.
    /// </returns>
    public async ValueTask<object> RunAsync(LogicalCall call, CallHistory? history, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(gateway.IsClosed, typeof(EsmsConnection));
        var watch = Telemetry.IsWatched ? new CallWatch(call.Endpoint, gateway.OriginOf(call.Endpoint), settles: history is not null) : null;
        var clock = CallClock.Start(Settings.Timeout);
        var delay = TimeSpan.Zero;
        var tries = 1;
        while (true)
        {
            Attempt? attempt = null;
            HttpRequestMessage? request = null;
            HttpResponseMessage? answer = null;
            object brought;
            EsmsPace? pace = null;
            try
            {
                if (delay > TimeSpan.Zero)
                    await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
                pace = gateway.Pacing.Find(call.Endpoint);
                delay = pace is null ? TimeSpan.Zero : pace.NextWait(clock, watch);
                if (delay > TimeSpan.Zero)
                    continue;
                var isInTime = delay == TimeSpan.Zero && (pace is null || await pace.TakeTurnAsync(clock, cancellationToken).ConfigureAwait(false));
                watch?.EndWait();
                if (isInTime && !gateway.IsClosed)
                {
                    watch?.Tries();
                    // Asked again for each attempt, because one that is kept makes every call larger.
                    var settings = Settings;
                    var limit = tries == 1 && pace is null ? settings.FirstLimit : clock.Limit(settings.TryTimeout);
                    if (pace is { IsHeld: false })
                        pace = null; // What is left is that of a probe.
                    attempt = Attempt.Start(call, settings, limit, cancellationToken);
#pragma warning disable CA2000 // The attempt disposes of it at its stop.
                    request = gateway.RequestOf(call, attempt);
#pragma warning restore CA2000
                    try
                    {
                        answer = await attempt.Timed(gateway.SendAsync(request, attempt)).ConfigureAwait(false);
                        await attempt.Timed(answer.Content.CopyToAsync(attempt.Answer, attempt.Token)).ConfigureAwait(false);
                        attempt.IsIdle = true;
                        brought = gateway.Read(answer, attempt);
                    }
#pragma warning disable CA1031 // Handlers of the caller's may throw anything, and a send must not look like a failure because of that.
                    catch (Exception exception)
#pragma warning restore CA1031
                    {
                        brought = FailureRules.Of(exception, attempt);
                    }
                }
                else
                {
                    brought = NotTried(call.Endpoint.Operation, pace);
                }
            }
            catch (Exception exception) when (watch is not null && watch.Sees(exception))
            {
                throw; // It only looks on: nothing is ever caught here.
            }
            catch (OperationCanceledException) when (history?.MayBeAccepted == true)
            {
                // Whatever became of this try, one before it may have been accepted.
                throw FailureRules.Canceled(call.Endpoint, call.RequestId, mayBeAccepted: true, cancellationToken);
            }
            finally
            {
                attempt?.Stop(request, answer);
            }
            var response = brought as EsmsResponse;
            var failure = response is null ? (TryFailure)brought : Weigh(call, response, history);
            if (failure is null)
            {
                pace?.Release();
                return Finish(call, response!, watch);
            }
            history ??= new CallHistory();
            history.Add(failure);
            delay = RetryRules.DelayAfter(failure, tries, Settings);
            gateway.Pacing.SlowDown(call.Endpoint, failure, delay);
            if (delay >= clock.Left || history.IsForgottenIn(delay) || !RetryRules.MayTryAgain(call.Endpoint.Repeat, failure, tries, Settings))
                return GiveUp(call, response, failure, history, watch);
            tries++;
        }
    }

    // Not inlined, because code inside of a method that awaits is larger in every native app.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private TryFailure NotTried(string operation, EsmsPace? pace) =>
        gateway.IsClosed ? FailureRules.Closed(operation) : Pacing.TooLate(operation, pace);

    /// <summary>
    /// Tells what is definite from what is not. A refusal as a duplicate is success when the id is one that the client has just made, or when an earlier
    /// request of this call may have brought the send.
    /// </summary>
    /// <returns>Null for an answer that is definite, accepted or refused.</returns>
    private static TryFailure? Weigh(in LogicalCall call, EsmsResponse answer, CallHistory? history)
    {
        if (call.Endpoint.IsSuccess(answer.ResultCode))
            return null;
        var mayBeAccepted = call.Endpoint.Repeat != EsmsRepeat.Safe && (history?.MayBeAccepted == true || answer.MayFollowAccepted);
        if (
            (mayBeAccepted || call.IsOwnId || HttpStack.MayHaveRepeated(call.Endpoint))
            && answer.ResultCode == EsmsResultCode.DuplicateRequestId
            && call.RequestId is not null
        )
        {
            answer.IsRepeatOfAccepted = true;
            return null;
        }
        return RetryRules.FindPending(call.Endpoint, answer, mayBeAccepted);
    }

    /// <summary>Whether an answer means that the service has what it was asked for.</summary>
    public static bool IsAccepted(EsmsEndpoint endpoint, EsmsResponse answer) => endpoint.IsSuccess(answer.ResultCode) || answer.IsRepeatOfAccepted;

    private static EsmsResponse Finish(in LogicalCall call, EsmsResponse answer, CallWatch? watch)
    {
        watch?.Ended(answer);
        if (answer is EsmsSendResponse send)
            send.SentRequestId = call.RequestId;
        return !call.ThrowsOnRefusal || IsAccepted(call.Endpoint, answer)
            ? answer
            : throw new EsmsApiException(call.Endpoint, answer) { RequestId = call.RequestId };
    }

    /// <summary>
    /// Ends a call without a definite answer: with the last refusal, with the last failure, or, when a send may be accepted, with just that.
    /// </summary>
    private EsmsResponse GiveUp(in LogicalCall call, EsmsResponse? answer, TryFailure failure, CallHistory history, CallWatch? watch)
    {
        if (call.Endpoint.Repeat != EsmsRepeat.Safe && history.MayBeAccepted)
        {
            var pending = call.RequestId is null ? null : new PendingSend(this, call, history.Age);
            var unknown = new EsmsOutcomeUnknownException(call.Endpoint.Operation, history, pending) { RequestId = call.RequestId };
            watch?.Ended(unknown);
            throw unknown;
        }
        if (answer is not null)
            return Finish(call, answer, watch);
        watch?.Ended(failure.Error);
        failure.Error.RequestId = call.RequestId;
        throw failure.Error;
    }
}
