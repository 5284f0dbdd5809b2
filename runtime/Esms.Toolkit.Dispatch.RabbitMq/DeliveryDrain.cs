namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// Stops the deliveries of a consumer so that none is in flight when the consumer is cancelled. The broker would requeue a message in flight whose
/// consumer is gone, and mark it as redelivered, which means that it may have been attempted. The broker sends one more message for each
/// acknowledgement, so acknowledgements are held back until the consumer is cancelled. It is cancelled when as many messages are here as the broker
/// may send, or when no message has arrived for a while.
/// </summary>
/// <param name="most">How many messages the broker sends without an acknowledgement.</param>
internal sealed class DeliveryDrain(int most)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    private readonly object _lock = new();
    private readonly TaskCompletionSource _completed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _held;
    private long _lastDelivery = Environment.TickCount64;
    private bool _isStopping;

    /// <summary>Notes that a message has arrived.</summary>
    public void OnDelivered()
    {
        lock (_lock)
        {
            _held++;
            _lastDelivery = Environment.TickCount64;
        }
    }

    /// <summary>Waits until a message may be acknowledged. The acknowledgement requests the next message.</summary>
    public Task WaitToAcknowledgeAsync()
    {
        lock (_lock)
        {
            if (_isStopping)
                return _completed.Task;
            _held--;
            _lastDelivery = Environment.TickCount64;
            return Task.CompletedTask;
        }
    }

    /// <summary>Requests no more messages, and waits for those that were requested.</summary>
    public async Task StopAsync()
    {
        lock (_lock)
            _isStopping = true;
        while (MayReceiveMore())
            await Task.Delay(BetweenLooks).ConfigureAwait(false);
    }

    /// <summary>Notes that the consumer is cancelled.</summary>
    public void Complete() => _completed.TrySetResult();

    private bool MayReceiveMore()
    {
        lock (_lock)
            return _held < most && Environment.TickCount64 - _lastDelivery < Patience.TotalMilliseconds;
    }
}
