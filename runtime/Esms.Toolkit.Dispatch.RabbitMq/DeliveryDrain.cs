namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// Ends the deliveries of a consumer so that none is under way when it is cancelled. The broker would take back a message that it had sent out and
/// whose consumer is gone, and mark it as one that may have been tried. It sends out a message for each acknowledgement: so these are held back until
/// the consumer is cancelled, which is when as many messages are here as may be, or none was asked for and none has come for a while.
/// </summary>
/// <param name="most">How many messages the broker hands over without an acknowledgement.</param>
internal sealed class DeliveryDrain(int most)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    private readonly object _lock = new();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _here;
    private long _lastStir = Environment.TickCount64;
    private bool _isStopping;

    /// <summary>A message is here.</summary>
    public void Comes()
    {
        lock (_lock)
        {
            _here++;
            _lastStir = Environment.TickCount64;
        }
    }

    /// <summary>Waits until a message may be acknowledged, which asks for the next one.</summary>
    public Task MayAcknowledgeAsync()
    {
        lock (_lock)
        {
            if (_isStopping)
                return _over.Task;
            _here--;
            _lastStir = Environment.TickCount64;
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
            return _here < most && Environment.TickCount64 - _lastStir < Patience.TotalMilliseconds;
    }
}
