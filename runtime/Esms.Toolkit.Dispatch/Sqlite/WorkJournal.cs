using Esms.Storage;
using Microsoft.Data.Sqlite;

namespace Esms.Dispatching.Sqlite;

/// <summary>
/// The journal, as the worker writes it. One transaction records all outcomes since the last one, and claims the next messages. No attempt starts
/// before its claim is on disk, so the journal knows every message that may have been accepted, and since when.
/// </summary>
/// <param name="database">The journal.</param>
/// <param name="budget">The hourly limits.</param>
/// <param name="campaign">The only campaign that is sent; null sends all.</param>
internal sealed class WorkJournal(Database database, SqliteHourlyBudget budget, string? campaign)
{
    private const string Columns = """
        SELECT m.id, m.campaign, c.name, m.row, m.operation, m.request_id, m.request, m.cost, m.tried_since, m.tries
        FROM messages AS m INDEXED BY due_messages JOIN campaigns AS c ON c.id = m.campaign
        """;

    /// <summary>The first row of the campaign. There may be many rows before it, which are not read in each turn.</summary>
    private readonly long _first = campaign is null
        ? 0
        : database.Number("SELECT min(m.id) FROM messages AS m JOIN campaigns AS c ON c.id = m.campaign WHERE c.name = @1", campaign);

    /// <summary>The latest time that any process recorded.</summary>
    public DateTimeOffset LastSeen => JournalUnits.ToTime(database.Number("SELECT seen FROM clock"));

    /// <summary>
    /// Takes over the messages that an earlier process left in flight, and those that wait longer than any delay because a clock was set.
    /// </summary>
    /// <param name="latestDue">The latest time until which a message may wait.</param>
    /// <returns>How many messages were in flight.</returns>
    public int Recover(DateTimeOffset latestDue) =>
        database.Transact(() =>
        {
            database.Execute("DELETE FROM pause");
            database.Execute("UPDATE messages SET due = 1 WHERE due > @1", JournalUnits.ToUnits(latestDue));
            return database.Execute("UPDATE messages SET due = 1 WHERE due IS NULL AND outcome IS NULL");
        });

    /// <summary>Records outcomes and claims due messages: first those to attempt again, then the others in the order of enqueueing.</summary>
    /// <param name="ended">The attempts that ended.</param>
    /// <param name="wanted">Which messages to claim, and how many.</param>
    /// <param name="now">The time.</param>
    /// <param name="pause">Why no more of the waiting messages may be sent; null when there is no such reason.</param>
    public List<ClaimedSend> Turn(IReadOnlyList<EndedSend> ended, Admission wanted, DateTimeOffset now, out EsmsDispatchPause? pause)
    {
        EsmsDispatchPause? full = null;
        var claims =
            wanted.Places > 0 || ended.Count > 0
                ? database.Transact(() =>
                {
                    foreach (var send in ended)
                        Write(send, now);
                    return Claim(wanted, now, out full);
                })
                : [];
        pause = full;
        return claims;
    }

    private List<ClaimedSend> Claim(Admission wanted, DateTimeOffset now, out EsmsDispatchPause? pause)
    {
        pause = null;
        if (wanted.Places == 0)
            return [];
        var waiting = FindDue(wanted, now);
        budget.Load(now);
        var claims = waiting.Where(claim => budget.TryTake(claim.Send)).ToList();
        claims.ForEach(Claim);
        if (claims.Count < waiting.Count)
            pause = budget.Pause(now);
        if (claims.Count > 0)
        {
            budget.DeleteOld(now);
            database.Execute("UPDATE clock SET seen = max(seen, @1)", JournalUnits.ToUnits(now));
        }
        return claims;
    }

    /// <summary>Records why nothing is sent, for those who watch.</summary>
    public void Write(EsmsDispatchPause? pause) =>
        database.Transact(() =>
        {
            database.Execute("DELETE FROM pause");
            return pause is null
                ? 0
                : database.Execute(
                    "INSERT INTO pause (reason, code, until) VALUES (@1, @2, @3)",
                    pause.Reason,
                    (int?)pause.Code,
                    JournalUnits.ToUnits(pause.Until)
                );
        });

    private List<ClaimedSend> FindDue(Admission wanted, DateTimeOffset now)
    {
        var found = wanted.IsProbe ? FindNew(1, wanted, now, "DESC") : FindTried(wanted.Places, wanted, now);
        if (found.Count == 0 && wanted.IsProbe)
            return FindTried(1, wanted, now);
        if (found.Count < wanted.Places && !wanted.IsProbe)
            found.AddRange(FindNew(wanted.Places - found.Count, wanted, now, "ASC"));
        return found;
    }

    private List<ClaimedSend> FindTried(int places, Admission wanted, DateTimeOffset now) =>
        database.Query(
            row => Read(row, now),
            $"{Columns} WHERE m.due > 0 AND m.due <= @1 AND m.cost < @3 AND (@4 IS NULL OR c.name = @4) ORDER BY m.due LIMIT @2",
            JournalUnits.ToUnits(now),
            places,
            CostLimit(wanted),
            campaign
        );

    private List<ClaimedSend> FindNew(int places, Admission wanted, DateTimeOffset now, string order) =>
        database.Query(
            row => Read(row, now),
            $"{Columns} WHERE m.due = 0 AND m.id >= @3 AND m.cost < @2 AND (@4 IS NULL OR c.name = @4) ORDER BY m.id {order} LIMIT @1",
            places,
            CostLimit(wanted),
            _first,
            campaign
        );

    private static long CostLimit(Admission wanted) => wanted.CostBelow is { } limit ? JournalUnits.ToUnits(limit) : long.MaxValue;

    private static ClaimedSend Read(SqliteDataReader row, DateTimeOffset now)
    {
        var send = new OutboxMessage
        {
            Campaign = row.GetString(2),
            Row = row.GetString(3),
            Operation = row.GetString(4),
            RequestId = row.GetString(5),
            Request = row.GetFieldValue<byte[]>(6),
            Cost = JournalUnits.ToCost(row.GetInt64(7)),
            TriedSince = row.IsDBNull(8) ? null : JournalUnits.ToTime(row.GetInt64(8)),
            Tries = row.GetInt32(9),
        };
        return new ClaimedSend(row.GetInt64(0), row.GetInt64(1), send, now);
    }

    /// <summary>Claims a message in the transaction that found it, so that two processes never claim the same one.</summary>
    private void Claim(ClaimedSend claim)
    {
        database.Execute(
            "UPDATE messages SET due = NULL, tried_since = coalesce(tried_since, @2), tries = tries + 1 WHERE id = @1",
            claim.Id,
            JournalUnits.ToUnits(claim.ClaimedAt)
        );
        budget.Add(claim);
    }

    private void Write(EndedSend ended, DateTimeOffset now)
    {
        if (ended.Outcome is SendOutcome.Final { Result: var result })
            JournalOutcome.Write(database, ended.Claim.Id, ended.Claim.CampaignId, ended.Claim.Send.Cost, result);
        else
            PutBack(ended.Claim, (SendOutcome.Retry)ended.Outcome, now);
    }

    /// <summary>Restores the state before an attempt that certainly sent nothing.</summary>
    private void PutBack(ClaimedSend claim, SendOutcome.Retry retry, DateTimeOffset now)
    {
        var due = JournalUnits.ToUnits(now + retry.Delay);
        if (retry.MayBeAccepted)
        {
            database.Execute("UPDATE messages SET due = @2 WHERE id = @1 AND outcome IS NULL", claim.Id, due);
            return;
        }
        database.Execute(
            "UPDATE messages SET due = @2, tried_since = @3 WHERE id = @1 AND outcome IS NULL",
            claim.Id,
            due,
            claim.Send.TriedSince is { } since ? JournalUnits.ToUnits(since) : null
        );
        budget.Remove(claim);
    }
}
