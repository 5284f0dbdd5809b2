namespace Esms.Dispatching;

/// <summary>
/// How many messages are under way at once. It falls to half when the service asks to slow down, and rises by one when as many as it allows went
/// well: what keeps many senders at the edge of what a network carries keeps ours at the edge of what eSMS takes.
/// </summary>
internal sealed class AdaptiveConcurrencyLimiter
{
    /// <summary>Messages that were under way together tell of one and the same crowd.</summary>
    private static readonly TimeSpan BetweenFalls = TimeSpan.FromSeconds(1);

    private readonly object _lock = new();
    private readonly int _max;
    private readonly TimeProvider _clock;
    private int _limit;
    private int _running;
    private int _successes;
    private long? _fell;
    private TaskCompletionSource? _changed;

    /// <param name="max">The most.</param>
    /// <param name="clock">Tells the time.</param>
    public AdaptiveConcurrencyLimiter(int max, TimeProvider clock)
    {
        _max = _limit = max;
        _clock = clock;
    }

    /// <summary>The limit as it is now.</summary>
    public int Current
    {
        get
        {
            lock (_lock)
                return _limit;
        }
    }

    /// <summary>How many places are free.</summary>
    public int Free
    {
        get
        {
            lock (_lock)
                return Math.Max(0, _limit - _running);
        }
    }

    /// <summary>Takes places without waiting, for the only one who takes them and has asked how many are free.</summary>
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
