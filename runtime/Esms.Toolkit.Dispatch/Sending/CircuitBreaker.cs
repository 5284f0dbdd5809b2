namespace Esms.Dispatching;

/// <summary>
/// When nothing is sent, because the next message would fare no better than the last: the account cannot send, or the service cannot be reached.
/// After a pause, one message shows whether that is over.
/// </summary>
/// <param name="clock">Tells the time.</param>
internal sealed class CircuitBreaker(SteadyClock clock)
{
    /// <summary>So many messages that fail in a row are no accident of single messages any more.</summary>
    private const int FailuresInARow = 20;

    private static readonly (TimeSpan First, TimeSpan Longest) AboutAccount = (TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10));

    /// <summary>Short, so that a code that arrives meanwhile is not late when only the messages before it were bad.</summary>
    private static readonly (TimeSpan First, TimeSpan Longest) AboutService = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));

    private readonly object _lock = new();
    private readonly BalanceGuard _balance = new(clock, AboutAccount);
    private EsmsDispatchPause? _pause;
    private DateTimeOffset _endsAt;
    private int _pausesInARow;
    private int _failures;

    /// <summary>The pause that lasts; null when messages go out.</summary>
    public EsmsDispatchPause? Current
    {
        get
        {
            lock (_lock)
                return IsPausing ? _pause : null;
        }
    }

    /// <summary>Why messages that cost more than others wait; null when they do not.</summary>
    public EsmsDispatchPause? Balance
    {
        get
        {
            lock (_lock)
                return _balance.Pause;
        }
    }

    /// <summary>Messages of this cost and more wait; null when none does.</summary>
    public decimal? CostBelow
    {
        get
        {
            lock (_lock)
                return _balance.CostBelow;
        }
    }

    private bool IsPausing => _pause is not null && clock.Now < _endsAt;

    /// <summary>Which messages may go out now.</summary>
    /// <param name="free">How many could.</param>
    /// <param name="running">How many are in flight.</param>
    public Admission Allow(int free, int running)
    {
        lock (_lock)
        {
            if (_pause is null)
                return new Admission(free, CostBelow: _balance.CostBelow);
            return IsPausing || running > 0 ? Admission.None : new Admission(Math.Min(free, 1), IsProbe: true, _balance.CostBelow);
        }
    }

    /// <summary>Takes note of how an attempt ended. What was in flight when a pause began tells nothing new.</summary>
    /// <param name="send">The message, as it was before the attempt.</param>
    /// <param name="outcome">How it ended.</param>
    public void Note(OutboxMessage send, SendOutcome outcome)
    {
        lock (_lock)
        {
            _balance.Note(send, outcome);
            if (IsPausing)
                return;
            if (outcome is SendOutcome.Final { Result.Outcome: EsmsDispatchOutcome.Accepted or EsmsDispatchOutcome.Refused })
                (_pause, _pausesInARow, _failures) = (null, 0, 0);
            else if (outcome is SendOutcome.Again { IsThrottled: false } again)
                Note(send, again);
        }
    }

    private void Note(OutboxMessage send, SendOutcome.Again again)
    {
        if (again.Pause is { } pause)
        {
            if (!BalanceGuard.Knows(send, pause))
                Begin(pause, AboutAccount);
        }
        // A message that fails again and again says something of itself only.
        else if (_pause is not null || (send.Tries == 0 && ++_failures >= FailuresInARow))
            Begin(new EsmsDispatchPause("eSMS cannot be reached, or does not answer.", null, default), AboutService);
    }

    /// <summary>Each pause of a row is twice as long as the one before.</summary>
    private void Begin(EsmsDispatchPause pause, (TimeSpan First, TimeSpan Longest) bounds)
    {
        var length = PauseLength.Of(_pausesInARow++, bounds);
        _endsAt = clock.Now + length;
        _pause = pause with { Until = clock.Shown + length };
    }
}
