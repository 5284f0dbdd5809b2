namespace Esms.Dispatching;

/// <summary>
/// Holds back messages that cost more than the balance, and lets cheaper ones pass. After a while, one of the waiting messages is attempted again.
/// </summary>
/// <param name="clock">The clock.</param>
/// <param name="limits">The first and the longest wait.</param>
internal sealed class BalanceGuard(SteadyClock clock, (TimeSpan First, TimeSpan Longest) limits)
{
    private decimal? _limit;
    private DateTimeOffset _endsAt;
    private EsmsDispatchPause? _pause;
    private int _waitsInARow;

    /// <summary>Messages of this cost and more wait; null when none waits.</summary>
    public decimal? CostBelow => IsHolding ? _limit : null;

    /// <summary>Why they wait.</summary>
    public EsmsDispatchPause? Pause => IsHolding ? _pause : null;

    private bool IsHolding => _limit is not null && clock.Now < _endsAt;

    /// <summary>Whether a refusal is about the cost of this message. The refusal of a message without a known cost applies to all messages.</summary>
    public static bool Knows(OutboxMessage send, EsmsDispatchPause pause) => pause.Code == EsmsResultCode.BalanceTooLow && send.Cost > 0;

    public void Note(OutboxMessage send, SendOutcome outcome)
    {
        if (outcome is SendOutcome.Retry { Pause: { } pause } && Knows(send, pause))
            Hold(send.Cost!.Value, pause);
        else if (outcome is SendOutcome.Final { Result.Outcome: EsmsDispatchOutcome.Accepted } && send.Cost >= _limit)
            (_limit, _pause, _waitsInARow) = (null, null, 0);
    }

    private void Hold(decimal cost, EsmsDispatchPause pause)
    {
        // Messages that were in flight together report the same shortage.
        if (IsHolding && cost >= _limit)
            return;
        var length = PauseLength.Of(IsHolding ? 0 : _waitsInARow++, limits);
        _limit = cost < _limit ? cost : _limit ?? cost;
        _endsAt = clock.Now + length;
        _pause = pause with { Until = clock.Shown + length };
    }
}
