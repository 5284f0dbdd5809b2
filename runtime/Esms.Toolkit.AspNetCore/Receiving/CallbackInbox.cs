using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Esms.Receiving;

/// <summary>
/// The calls that are under way and those that were handled. A repeat of one that was handled gets its answer again, a repeat of one that is
/// under way waits for the same handler, and one that failed is not known any more: its repeat is a new call.
/// </summary>
internal sealed class CallbackInbox(IOptions<EsmsCallbackOptions> options, CallbackTries tries, TimeProvider time, ILogger<CallbackInbox> logger)
{
    private readonly int _maxPending = options.Value.MaxPending;
    private readonly CallbackMemory _handled = new(options.Value.RememberFor, options.Value.RememberAtMost, time);
    private readonly Dictionary<UInt128, Task<CallbackResult>> _underWay = [];
    private readonly object _gate = new();
    private int _waiting;
    private bool _isClosed;

    /// <param name="call">What came.</param>
    /// <param name="waits">Whether the result is that of the handler; otherwise it is there when the call is in the queue.</param>
    /// <param name="callerLeft">Ends the waiting, and not the handler: a repeat will ask what became of it.</param>
    public async Task<CallbackResult> TakeAsync(ReceivedCall call, bool waits, CancellationToken callerLeft)
    {
        Task<CallbackResult> work;
        lock (_gate)
        {
            if (_handled.Knows(call.Key, out var reply))
            {
                logger.IsRepeat(call.Name, call.Id);
                return new CallbackResult(CallbackOutcome.Handled, reply);
            }
            if (FindOrStart(call) is not { } found)
                return new CallbackResult(CallbackOutcome.Refused);
            work = found;
            _waiting++;
        }
        try
        {
            return waits ? await work.WaitAsync(callerLeft).ConfigureAwait(false) : new CallbackResult(CallbackOutcome.Queued);
        }
        finally
        {
            lock (_gate)
                _waiting--;
        }
    }

    /// <summary>Takes no new calls, and has those that are under way finish as soon as they can.</summary>
    /// <param name="timeIsOver">Cancels the handlers that still run then.</param>
    public void Close(CancellationToken timeIsOver)
    {
        lock (_gate)
            _isClosed = true;
        tries.Hurry();
        timeIsOver.Register(Abandon);
    }

    /// <summary>Completes when no call is under way any more.</summary>
    public Task WhenEmpty()
    {
        lock (_gate)
            return Task.WhenAll(_underWay.Values);
    }

    private void Abandon()
    {
        int left;
        lock (_gate)
            left = _underWay.Count;
        if (left > 0)
            logger.Abandoned(left);
        tries.Stop();
    }

    /// <returns>Null when there is no room.</returns>
    private Task<CallbackResult>? FindOrStart(ReceivedCall call)
    {
        if (_waiting >= _maxPending)
            return null;
        if (_underWay.TryGetValue(call.Key, out var work))
        {
            logger.IsRepeat(call.Name, call.Id);
            return work;
        }
        if (_isClosed || _underWay.Count >= _maxPending)
            return null;
        return _underWay[call.Key] = Begin(call);
    }

    /// <summary>
    /// Begins a task of its own, because eSMS may hang up before the handler has finished. Nothing of the request goes along, such as the
    /// context that <c>IHttpContextAccessor</c> gives and that ends with it; only the trace is continued.
    /// </summary>
    private Task<CallbackResult> Begin(ReceivedCall call)
    {
        var trace = Activity.Current;
        var flow = ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow();
        try
        {
            return Task.Run(() =>
            {
                Activity.Current = trace;
                return WorkAsync(call);
            });
        }
        finally
        {
            flow?.Undo();
        }
    }

    private async Task<CallbackResult> WorkAsync(ReceivedCall call)
    {
        var result = new CallbackResult(CallbackOutcome.Failed);
        try
        {
            return result = await tries.RunAsync(call.Name, call.Id, call.Handle).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _underWay.Remove(call.Key);
                if (result.Outcome == CallbackOutcome.Handled)
                    _handled.Add(call.Key, result.Reply);
            }
        }
    }
}
