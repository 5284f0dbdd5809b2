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
    public async Task<TResponse> RunAsync<TRequest, TResponse>(
        LogicalCall<TRequest, TResponse> call, bool throwsOnRefusal, CallHistory? history, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : EsmsResponse
    {
        cancellationToken.ThrowIfCancellationRequested();
        var clock = CallClock.Start(settings.Timeout);
        for (var tries = 1; ; tries++)
        {
            var result = await TryAsync(call, clock, cancellationToken).ConfigureAwait(false);
            var failure = Weigh(call, result, history);
            if (failure is null)
                return Finish(call, result.Answer!, throwsOnRefusal);
            history ??= new CallHistory();
            history.Add(failure);
            var delay = RetryRules.DelayAfter(failure, tries, settings);
            gateway.Pacing.SlowDown(call.Endpoint.Operation, failure, delay);
            if (delay >= clock.Left || !RetryRules.MayTryAgain(call.Endpoint.Repeat, failure, tries, settings))
                return GiveUp(call, result.Answer, failure, history, throwsOnRefusal);
            await PauseAsync(call, delay, history, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<TryResult<TResponse>> TryAsync<TRequest, TResponse>(LogicalCall<TRequest, TResponse> call, CallClock clock, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : EsmsResponse
    {
        if (gateway.Pacing.Find(call.Endpoint) is { } pace && !await pace.WaitAsync(clock, cancellationToken).ConfigureAwait(false))
            return new TryResult<TResponse>(null, Pacing.TooLate(call.Endpoint.Operation), 0);
        return await gateway.ExchangeAsync(call, clock.Limit(settings.TryTimeout), settings, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells what is definite from what is not. A refusal as a duplicate, of a send that an own earlier try may have brought, is success.</summary>
    /// <returns>Null for an answer that is definite, accepted or refused.</returns>
    private static TryFailure? Weigh<TRequest, TResponse>(LogicalCall<TRequest, TResponse> call, TryResult<TResponse> result, CallHistory? history)
        where TRequest : class
        where TResponse : EsmsResponse
    {
        if (result.Answer is not { } answer)
            return result.Failure;
        if (call.Endpoint.IsSuccess(answer.ResultCode))
            return null;
        var mayBeAccepted = call.Endpoint.Repeat != EsmsRepeat.Safe && (history?.MayBeAccepted == true || result.SendCount > 1);
        if (mayBeAccepted && answer.ResultCode == EsmsResultCode.DuplicateRequestId && call.Endpoint.Repeat == EsmsRepeat.Keyed)
        {
            answer.WasAlreadyAccepted = true;
            return null;
        }
        return RetryRules.FindPending(call.Endpoint.Operation, call.Endpoint.Repeat, answer, mayBeAccepted);
    }

    private static TResponse Finish<TRequest, TResponse>(LogicalCall<TRequest, TResponse> call, TResponse answer, bool throwsOnRefusal)
        where TRequest : class
        where TResponse : EsmsResponse
    {
        answer.SentRequestId = call.RequestId;
        return !throwsOnRefusal || answer.WasAlreadyAccepted || call.Endpoint.IsSuccess(answer.ResultCode)
            ? answer
            : throw new EsmsApiException(call.Endpoint.Operation, answer) { RequestId = call.RequestId };
    }

    /// <summary>Ends a call without a definite answer: with the last refusal, with the last failure, or, when a send may be accepted, with just that.</summary>
    private TResponse GiveUp<TRequest, TResponse>(
        LogicalCall<TRequest, TResponse> call, TResponse? answer, TryFailure failure, CallHistory history, bool throwsOnRefusal)
        where TRequest : class
        where TResponse : EsmsResponse
    {
        if (call.Endpoint.Repeat != EsmsRepeat.Safe && history.MayBeAccepted)
        {
            var pending = call.RequestId is null ? null : new PendingSend<TRequest, TResponse>(this, call, history.Begun);
            throw new EsmsOutcomeUnknownException(call.Endpoint.Operation, history, pending) { RequestId = call.RequestId };
        }
        if (answer is not null)
            return Finish(call, answer, throwsOnRefusal);
        failure.Error.RequestId = call.RequestId;
        throw failure.Error;
    }

    private static async ValueTask PauseAsync<TRequest, TResponse>(
        LogicalCall<TRequest, TResponse> call, TimeSpan delay, CallHistory history, CancellationToken cancellationToken)
        where TRequest : class
        where TResponse : EsmsResponse
    {
        try
        {
            await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw Gateway.Canceled(call.Endpoint, call.RequestId, history.MayBeAccepted, cancellationToken);
        }
    }
}
