using Esms.Storage;

namespace Esms.Dispatching.Sqlite;

/// <summary>
/// The messages and costs of the last 60 minutes, and what may still be sent. A message counts once, when its first attempt starts. It no longer
/// counts when that attempt certainly sent nothing. The budget is in the journal, so it survives a restart.
/// </summary>
/// <param name="database">The journal.</param>
/// <param name="options">The limits.</param>
internal sealed class SqliteHourlyBudget(Database database, EsmsDispatchOptions options)
{
    /// <summary>
    /// Messages of ten seconds are counted together. They leave the window up to ten seconds late, and there are few rows to add up.
    /// </summary>
    private const long SlotMilliseconds = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private bool _isFull;
    private long _messages;
    private decimal _cost;

    /// <summary>Adds up the last 60 minutes.</summary>
    public void Load(DateTimeOffset now)
    {
        var oldest = OldestSlot(now);
        _isFull = false;
        _messages = database.Number("SELECT sum(messages) FROM spending WHERE slot >= @1", oldest);
        _cost = JournalUnits.ToMoney(database.Number("SELECT sum(cost) FROM spending WHERE slot >= @1", oldest));
    }

    /// <summary>
    /// Takes the place of one more message, if there is one. No message overtakes one that has to wait. A message that was sent before and is only to
    /// be resolved needs no place.
    /// </summary>
    public bool TryTake(OutboxMessage send)
    {
        if (!Counts(send))
            return true;
        _isFull |= _messages >= options.MaxMessagesPerHour || _cost + (send.Cost ?? 0) > options.MaxCostPerHour;
        if (_isFull)
            return false;
        _messages++;
        _cost += send.Cost ?? 0;
        return true;
    }

    /// <summary>Returns why nothing more may be sent, and when the first message leaves the window.</summary>
    public EsmsDispatchPause Pause(DateTimeOffset now)
    {
        var oldest = database.Number("SELECT min(slot) FROM spending WHERE slot >= @1 AND messages > 0", OldestSlot(now));
        return new EsmsDispatchPause(
            _messages >= options.MaxMessagesPerHour
                ? $"The limit of {options.MaxMessagesPerHour} messages in an hour is reached."
                : $"The next message would exceed the limit of {options.MaxCostPerHour} đồng in an hour.",
            null,
            JournalUnits.ToTime((oldest + 1) * SlotMilliseconds) + Window
        );
    }

    /// <summary>Records that a message is sent, in a transaction.</summary>
    public void Add(ClaimedSend claim) => Change(claim, 1);

    /// <summary>Removes that record.</summary>
    public void Remove(ClaimedSend claim) => Change(claim, -1);

    /// <summary>Deletes records that no window includes any more.</summary>
    public int DeleteOld(DateTimeOffset now) => database.Execute("DELETE FROM spending WHERE slot < @1", OldestSlot(now));

    private bool Counts(OutboxMessage send) => send.TriedSince is null && options.FindCostProblem(send.Cost) is null;

    private void Change(ClaimedSend claim, int sign)
    {
        if (!Counts(claim.Send))
            return;
        database.Execute(
            """
            INSERT INTO spending (slot, messages, cost) VALUES (@1, @2, @3)
            ON CONFLICT (slot) DO UPDATE SET messages = messages + excluded.messages, cost = cost + excluded.cost
            """,
            SlotOf(claim.ClaimedAt),
            sign,
            sign * JournalUnits.ToUnits(claim.Send.Cost ?? 0)
        );
    }

    private static long SlotOf(DateTimeOffset time) => JournalUnits.ToUnits(time) / SlotMilliseconds;

    /// <summary>The oldest slot that ends within the window.</summary>
    private static long OldestSlot(DateTimeOffset now) => SlotOf(now - Window);
}
