namespace Esms.Dispatching;

/// <summary>
/// When nothing is to be sent, because the next message would fare no better than the last: the account cannot send, or the service cannot be
/// reached. After a pause one message tries whether that is over.
/// </summary>
/// <param name="clock">Tells the time.</param>
internal sealed class Pauses(TimeProvider clock)
{
    /// <summary>So many failures in a row are no accident of single messages any more.</summary>
    private const int FailuresInARow = 20;

    private static readonly (TimeSpan First, TimeSpan Longest) AboutAccount = (TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10));
    private static readonly (TimeSpan First, TimeSpan Longest) AboutService = (TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

    private readonly object _lock = new();
    private EsmsDispatchPause? _pause;
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

    private bool IsPausing => _pause is { } pause && clock.GetUtcNow() < pause.Until;

    /// <summary>How many messages may go out now.</summary>
    /// <param name="free">How many could.</param>
    /// <param name="running">How many are under way.</param>
    public int Allow(int free, int running)
    {
        lock (_lock)
        {
            if (_pause is null)
                return free;
            return IsPausing || running > 0 ? 0 : Math.Min(free, 1);
        }
    }

    /// <summary>Takes note of how a try ended. What was under way when a pause began tells nothing new.</summary>
    public void Note(SendOutcome outcome)
    {
        lock (_lock)
        {
            if (IsPausing)
                return;
            if (outcome is SendOutcome.Final { Result.Outcome: EsmsDispatchOutcome.Accepted or EsmsDispatchOutcome.Refused })
                (_pause, _pausesInARow, _failures) = (null, 0, 0);
            else if (outcome is SendOutcome.Again { IsThrottled: false } again)
                Note(again);
        }
    }

    private void Note(SendOutcome.Again again)
    {
        if (again.Pause is { } pause)
            Begin(pause, AboutAccount);
        else if (_pause is not null || ++_failures >= FailuresInARow)
            Begin(new EsmsDispatchPause("eSMS cannot be reached, or does not answer.", null, default), AboutService);
    }

    /// <summary>Each pause of a row is twice as long as the one before.</summary>
    private void Begin(EsmsDispatchPause pause, (TimeSpan First, TimeSpan Longest) bounds)
    {
        var length = bounds.First * Math.Pow(2, Math.Min(_pausesInARow++, 16));
        _pause = pause with { Until = clock.GetUtcNow() + (length < bounds.Longest ? length : bounds.Longest) };
    }
}
