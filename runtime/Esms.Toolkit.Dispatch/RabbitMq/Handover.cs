namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// Ends the deliveries of a consumer so that none is under way when it is cancelled. The broker would take back a message that it had sent out and
/// whose consumer is gone, and mark it as one that may have been tried. It sends out a message for each acknowledgement: so these are held back until
/// the consumer is cancelled, which is when as many messages are here as may be, or none has come for a while.
/// </summary>
internal sealed class Handover
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    private readonly object _lock = new();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _most;
    private int _here;
    private long _asked;
    private bool _isStopping;

    /// <param name="most">How many messages the broker hands over without an acknowledgement.</param>
    public void Begin(int most)
    {
        lock (_lock)
            (_most, _asked) = (most, Environment.TickCount64);
    }

    /// <summary>A message is here.</summary>
    public void Comes()
    {
        lock (_lock)
            _here++;
    }

    /// <summary>Waits until a message may be acknowledged, which asks for the next one.</summary>
    public Task MayAcknowledgeAsync()
    {
        lock (_lock)
        {
            if (_isStopping)
                return _over.Task;
            _here--;
            _asked = Environment.TickCount64;
            return Task.CompletedTask;
        }
    }

    /// <summary>Asks for no more messages, and waits for those that were asked for.</summary>
    public async Task StopAsync()
    {
        lock (_lock)
            _isStopping = true;
        while (IsUnderWay())
            await Task.Delay(BetweenLooks).ConfigureAwait(false);
    }

    /// <summary>The consumer is cancelled.</summary>
    public void IsOver() => _over.TrySetResult();

    private bool IsUnderWay()
    {
        lock (_lock)
            return _here < _most && Environment.TickCount64 - _asked < Patience.TotalMilliseconds;
    }
}
