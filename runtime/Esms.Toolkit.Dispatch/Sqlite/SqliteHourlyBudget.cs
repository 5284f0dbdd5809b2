using Esms.Storage;

namespace Esms.Dispatching.Sqlite;

/// <summary>
/// What went out in the last 60 minutes, and what may go out still. A message counts once, when its first try goes out, and not any more when that
/// try has certainly brought nothing. It is in the journal, so a restart forgets none of it.
/// </summary>
/// <param name="database">The journal.</param>
/// <param name="options">The limits.</param>
internal sealed class SqliteHourlyBudget(Database database, EsmsDispatchOptions options)
{
    /// <summary>Messages of ten seconds count as one; so they are let go of up to ten seconds late, and there are few of them to add up.</summary>
    private const long SlotMilliseconds = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private bool _isFull;
    private long _messages;
    private decimal _cost;

    /// <summary>Adds up what went out in the last 60 minutes.</summary>
    public void Look(DateTimeOffset now)
    {
        var oldest = OldestSlot(now);
        _isFull = false;
        _messages = database.Number("SELECT sum(messages) FROM spending WHERE slot >= @1", oldest);
        _cost = JournalUnits.ToMoney(database.Number("SELECT sum(cost) FROM spending WHERE slot >= @1", oldest));
    }

    /// <summary>
    /// Takes the place of one more message, when there is one; none overtakes one that has to wait. What went out before, and is only to be settled,
    /// needs none.
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

    /// <summary>Why nothing more goes out, and when the first message of the window leaves it.</summary>
    public EsmsDispatchPause Pause(DateTimeOffset now)
    {
        var oldest = database.Number("SELECT min(slot) FROM spending WHERE slot >= @1 AND messages > 0", OldestSlot(now));
        return new EsmsDispatchPause(
            _messages >= options.MaxMessagesPerHour
                ? $"{options.MaxMessagesPerHour} messages went out within an hour, and no more may."
                : $"The messages of an hour may cost {options.MaxCostPerHour} đồng, and the next one would be over that.",
            null,
            JournalUnits.ToTime((oldest + 1) * SlotMilliseconds) + Window
        );
    }

    /// <summary>Writes down that a message goes out, inside of a transaction of the caller's.</summary>
    public void Add(ClaimedSend claim) => Change(claim, 1);

    /// <summary>Takes that back.</summary>
    public void Remove(ClaimedSend claim) => Change(claim, -1);

    /// <summary>Throws away what no window has any more.</summary>
    public int Forget(DateTimeOffset now) => database.Execute("DELETE FROM spending WHERE slot < @1", OldestSlot(now));

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
