using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Esms.Receiving;

/// <summary>
/// Runs handlers, so many at a time, and tries those that fail again. eSMS is documented to repeat a delivery callback that ran into a
/// timeout, and for nothing else; so a failure is not answered with an error that may be the last we hear of the call, but worked on while
/// eSMS waits.
/// </summary>
#pragma warning disable CA1001 // A handler may outlive the services of the application; nothing but memory is held here.
internal sealed class CallbackTries(IOptions<EsmsCallbackOptions> options, TimeProvider time, ILogger<CallbackInbox> logger)
#pragma warning restore CA1001
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly EsmsCallbackOptions _options = options.Value;
    private readonly SemaphoreSlim _slots = new(options.Value.MaxConcurrency);
    private readonly CancellationTokenSource _hurry = new();
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Ends all pauses: every call has one try left.</summary>
    public void Hurry() => _hurry.Cancel();

    /// <summary>Cancels the handlers that run.</summary>
    public void Stop() => _stop.Cancel();

    /// <param name="call">What kind of call it is.</param>
    /// <param name="id">Its id, for the log.</param>
    /// <param name="handle">One try; gives the reply.</param>
    public async Task<CallbackResult> RunAsync(string call, string id, Func<CancellationToken, Task<string?>> handle)
    {
        using var limit = new CancellationTokenSource(_options.GiveUpAfter, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stop.Token);
        var pause = _options.RetryDelay;
        for (var tries = 1; ; tries++)
        {
            var isLast = _hurry.IsCancellationRequested;
            if (await TryAsync(call, id, tries, handle, end.Token).ConfigureAwait(false) is { } result)
                return result;
            if (!isLast)
                await PauseAsync(pause, end.Token).ConfigureAwait(false);
            if (isLast || end.IsCancellationRequested)
            {
                logger.GaveUp(call, id, tries);
                return new CallbackResult(CallbackOutcome.Failed);
            }
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <returns>Null when the try failed.</returns>
    private async Task<CallbackResult?> TryAsync(
        string call,
        string id,
        int tries,
        Func<CancellationToken, Task<string?>> handle,
        CancellationToken end
    )
    {
        var hasSlot = false;
        try
        {
            await _slots.WaitAsync(end).ConfigureAwait(false);
            hasSlot = true;
            return new CallbackResult(CallbackOutcome.Handled, await handle(end).ConfigureAwait(false));
        }
#pragma warning disable CA1031 // A handler may throw anything, and whatever it is, the call is not handled.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.TryFailed(call, id, tries, exception);
            return null;
        }
        finally
        {
            if (hasSlot)
                _slots.Release();
        }
    }

    /// <summary>Others have the slot meanwhile.</summary>
    private async Task PauseAsync(TimeSpan pause, CancellationToken end)
    {
        using var wake = CancellationTokenSource.CreateLinkedTokenSource(end, _hurry.Token);
        await Task.Delay(pause, time, wake.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
