namespace Esms.Dispatching;

/// <summary>
/// Limits how many messages are in flight. The limit is halved when the service asks to slow down, and rises by one after as many successes as it
/// allows. This is the additive increase and multiplicative decrease of TCP.
/// </summary>
internal sealed class AdaptiveConcurrencyLimiter
{
    /// <summary>Messages that were in flight together count as one request to slow down.</summary>
    private static readonly TimeSpan BetweenFalls = TimeSpan.FromSeconds(1);

    private readonly object _lock = new();
    private readonly int _max;
    private readonly TimeProvider _clock;
    private int _limit;
    private int _running;
    private int _successes;
    private long? _fell;
    private TaskCompletionSource? _changed;

    /// <param name="max">The maximum.</param>
    /// <param name="clock">The clock.</param>
    public AdaptiveConcurrencyLimiter(int max, TimeProvider clock)
    {
        _max = _limit = max;
        _clock = clock;
    }

    /// <summary>The current limit.</summary>
    public int Current
    {
        get
        {
            lock (_lock)
                return _limit;
        }
    }

    /// <summary>The number of free places.</summary>
    public int Free
    {
        get
        {
            lock (_lock)
                return Math.Max(0, _limit - _running);
        }
    }

    /// <summary>Takes places without waiting. Only for a single caller that has read <see cref="Free"/>.</summary>
    /// <param name="places">How many.</param>
    public void Enter(int places)
    {
        lock (_lock)
            _running += places;
    }

    /// <summary>Waits for a place, and takes it.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_running < _limit)
                {
                    _running++;
                    return;
                }
                changed = (_changed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }
            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives a place back.</summary>
    /// <param name="isThrottled">Whether the service asked to slow down.</param>
    public void Leave(bool isThrottled)
    {
        TaskCompletionSource? changed;
        lock (_lock)
        {
            _running--;
            if (isThrottled)
                Fall();
            else if (++_successes >= _limit && _limit < _max)
                (_limit, _successes) = (_limit + 1, 0);
            (changed, _changed) = (_changed, null);
        }
        changed?.SetResult();
    }

    private void Fall()
    {
        _successes = 0;
        if (_fell is { } fell && _clock.GetElapsedTime(fell) < BetweenFalls)
            return;
        _limit = Math.Max(1, _limit / 2);
        _fell = _clock.GetTimestamp();
    }
}
