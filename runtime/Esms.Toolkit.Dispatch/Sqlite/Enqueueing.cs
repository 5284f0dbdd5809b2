using Esms.Storage;

namespace Esms.Dispatching.Sqlite;

/// <summary>Writes messages to the journal.</summary>
internal static class Enqueueing
{
    private const string Insert = """
        INSERT INTO messages (campaign, row, operation, request_id, has_own_id, request, cost, due) VALUES (@1, @2, @3, @4, @5, @6, @7, 0)
        ON CONFLICT DO NOTHING
        """;

    /// <summary>Writes messages in a transaction, which the caller rolls back when this throws.</summary>
    /// <exception cref="EsmsBatchException">A row is there with other content.</exception>
    public static EsmsEnqueued Add(Database database, string campaign, IReadOnlyList<OutboxMessage> sends)
    {
        database.Execute("INSERT INTO campaigns (name) VALUES (@1) ON CONFLICT DO NOTHING", campaign);
        var id = database.Number("SELECT id FROM campaigns WHERE name = @1", campaign);
        var added = sends.Count(send => IsAdded(database, id, send));
        database.Execute("UPDATE campaigns SET total = total + @2 WHERE id = @1", id, added);
        return new EsmsEnqueued(added, sends.Count - added);
    }

    private static bool IsAdded(Database database, long campaign, OutboxMessage send)
    {
        var request = send.Request.ToArray();
        var cost = JournalUnits.ToUnits(send.Cost);
        if (database.Execute(Insert, campaign, send.Row, send.Operation, send.RequestId, send.HasOwnId ? 1 : 0, request, cost) > 0)
            return true;
        var same = database.Query(
            static row => row.GetInt64(0) == 1,
            "SELECT operation = @3 AND request_id = @4 AND request = @5 FROM messages WHERE campaign = @1 AND row = @2",
            campaign,
            send.Row,
            send.Operation,
            send.RequestId,
            request
        );
        return same switch
        {
            [true] => false,
            [false] => throw Conflict(send, "The outbox already has this row with other content. Use another campaign to send it again."),
            _ => throw Conflict(send, "Another row of the outbox already has its RequestId."),
        };
    }

    private static EsmsBatchException Conflict(OutboxMessage send, string problem) => new(send.Campaign, send.Row, problem);
}
