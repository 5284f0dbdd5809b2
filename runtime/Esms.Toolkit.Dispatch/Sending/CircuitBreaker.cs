namespace Esms.Dispatching;

/// <summary>
/// Stops sending while the next message would fail as the last one did: the account cannot send, or the service cannot be reached. After the pause,
/// one message probes whether that is over.
/// </summary>
/// <param name="clock">The clock.</param>
internal sealed class CircuitBreaker(SteadyClock clock)
{
    /// <summary>After this many failures in a row, the messages themselves are not the cause.</summary>
    private const int FailuresInARow = 20;

    private static readonly (TimeSpan First, TimeSpan Longest) AboutAccount = (TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10));

    /// <summary>Short, so that a one-time code that is enqueued meanwhile is not late when only the messages before it were bad.</summary>
    private static readonly (TimeSpan First, TimeSpan Longest) AboutService = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));

    private readonly object _lock = new();
    private readonly BalanceGuard _balance = new(clock, AboutAccount);
    private EsmsDispatchPause? _pause;
    private DateTimeOffset _endsAt;
    private int _pausesInARow;
    private int _failures;

    /// <summary>The current pause; null while messages are sent.</summary>
    public EsmsDispatchPause? Current
    {
        get
        {
            lock (_lock)
                return IsPausing ? _pause : null;
        }
    }

    /// <summary>Why expensive messages wait; null when none waits.</summary>
    public EsmsDispatchPause? Balance
    {
        get
        {
            lock (_lock)
                return _balance.Pause;
        }
    }

    /// <summary>Messages of this cost and more wait; null when none waits.</summary>
    public decimal? CostBelow
    {
        get
        {
            lock (_lock)
                return _balance.CostBelow;
        }
    }

    private bool IsPausing => _pause is not null && clock.Now < _endsAt;

    /// <summary>Returns which messages may be sent now.</summary>
    /// <param name="free">How many places are free.</param>
    /// <param name="running">How many messages are in flight.</param>
    public Admission Allow(int free, int running)
    {
        lock (_lock)
        {
            if (_pause is null)
                return new Admission(free, CostBelow: _balance.CostBelow);
            return IsPausing || running > 0 ? Admission.None : new Admission(Math.Min(free, 1), IsProbe: true, _balance.CostBelow);
        }
    }

    /// <summary>Records how an attempt ended. Messages that were in flight when a pause began are ignored.</summary>
    /// <param name="send">The message before the attempt.</param>
    /// <param name="outcome">The outcome of the attempt.</param>
    public void Note(OutboxMessage send, SendOutcome outcome)
    {
        lock (_lock)
        {
            _balance.Note(send, outcome);
            if (IsPausing)
                return;
            if (outcome is SendOutcome.Final { Result.Outcome: EsmsDispatchOutcome.Accepted or EsmsDispatchOutcome.Refused })
                (_pause, _pausesInARow, _failures) = (null, 0, 0);
            else if (outcome is SendOutcome.Retry { IsThrottled: false } retry)
                Note(send, retry);
        }
    }

    private void Note(OutboxMessage send, SendOutcome.Retry retry)
    {
        if (retry.Pause is { } pause)
        {
            if (!BalanceGuard.Knows(send, pause))
                Begin(pause, AboutAccount);
        }
        // A message that fails repeatedly says nothing about the service.
        else if (_pause is not null || (send.Tries == 0 && ++_failures >= FailuresInARow))
            Begin(new EsmsDispatchPause("eSMS cannot be reached or does not respond.", null, default), AboutService);
    }

    /// <summary>Each pause in a row is twice as long as the one before.</summary>
    private void Begin(EsmsDispatchPause pause, (TimeSpan First, TimeSpan Longest) limits)
    {
        var length = PauseLength.Of(_pausesInARow++, limits);
        _endsAt = clock.Now + length;
        _pause = pause with { Until = clock.Shown + length };
    }
}
