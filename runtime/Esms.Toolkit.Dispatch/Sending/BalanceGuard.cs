namespace Esms.Dispatching;

/// <summary>
/// Holds back the messages that cost too much for the balance, and lets cheaper ones pass. After a while, one of those that wait is attempted again.
/// </summary>
/// <param name="clock">Tells the time.</param>
/// <param name="bounds">The first and the longest wait.</param>
internal sealed class BalanceGuard(SteadyClock clock, (TimeSpan First, TimeSpan Longest) bounds)
{
    private decimal? _limit;
    private DateTimeOffset _endsAt;
    private EsmsDispatchPause? _pause;
    private int _waitsInARow;

    /// <summary>Messages of this cost and more wait; null when none does.</summary>
    public decimal? CostBelow => IsHolding ? _limit : null;

    /// <summary>Why they wait.</summary>
    public EsmsDispatchPause? Pause => IsHolding ? _pause : null;

    private bool IsHolding => _limit is not null && clock.Now < _endsAt;

    /// <summary>Whether a refusal is about what this message costs. One without a known cost stands for all messages.</summary>
    public static bool Knows(OutboxMessage send, EsmsDispatchPause pause) => pause.Code == EsmsResultCode.BalanceTooLow && send.Cost > 0;

    public void Note(OutboxMessage send, SendOutcome outcome)
    {
        if (outcome is SendOutcome.Again { Pause: { } pause } && Knows(send, pause))
            Hold(send.Cost!.Value, pause);
        else if (outcome is SendOutcome.Final { Result.Outcome: EsmsDispatchOutcome.Accepted } && send.Cost >= _limit)
            (_limit, _pause, _waitsInARow) = (null, null, 0);
    }

    private void Hold(decimal cost, EsmsDispatchPause pause)
    {
        // Those that were in flight together tell the same.
        if (IsHolding && cost >= _limit)
            return;
        var length = PauseLength.Of(IsHolding ? 0 : _waitsInARow++, bounds);
        _limit = cost < _limit ? cost : _limit ?? cost;
        _endsAt = clock.Now + length;
        _pause = pause with { Until = clock.Shown + length };
    }
}
