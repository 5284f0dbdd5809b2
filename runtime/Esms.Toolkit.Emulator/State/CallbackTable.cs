using Esms.Storage;

namespace Esms.Emulator;

/// <summary>The callbacks that are due, and the tries that were made.</summary>
internal sealed class CallbackTable(Database database, EmulatorClock clock)
{
    /// <summary>The numbers of messages whose callback is due, the longest due first.</summary>
    public IReadOnlyList<long> Due(int limit) =>
        database.Query(
            static row => row.GetInt64(0),
            "SELECT number FROM messages WHERE callback_due <= @1 ORDER BY callback_due LIMIT @2",
            clock.Now,
            limit
        );

    public bool IsDue(long message) =>
        database.Number("SELECT count(*) FROM messages WHERE number = @1 AND callback_due <= @2", message, clock.Now) == 1;

    /// <returns>When the next is due, in milliseconds; null when none is waiting.</returns>
    public long? NextDue() =>
        database.Query<long?>(
            static row => row.IsDBNull(0) ? null : row.GetInt64(0),
            "SELECT min(callback_due) FROM messages WHERE callback_due IS NOT NULL"
        )[0];

    /// <returns>When the callback of a message is due; null when none is.</returns>
    public DateTimeOffset? DueOf(long message) =>
        database
            .Query<DateTimeOffset?>(
                static row => row.IsDBNull(0) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)),
                "SELECT callback_due FROM messages WHERE number = @1",
                message
            )
            .FirstOrDefault();

    /// <param name="next">When to try again; null when this was the last.</param>
    public void Record(long message, EmulatedCallback attempt, DateTimeOffset? next) =>
        database.Transact(() =>
        {
            database.Execute(
                "INSERT INTO callbacks (message, at, url, status, error, duplicate) VALUES (@1, @2, @3, @4, @5, @6)",
                message,
                attempt.At.ToUnixTimeMilliseconds(),
                attempt.Url,
                attempt.Status,
                attempt.Error,
                attempt.IsDuplicate ? 1 : 0
            );
            return database.Execute(
                "UPDATE messages SET callback_due = @2, callback_tries = callback_tries + 1 WHERE number = @1",
                message,
                next?.ToUnixTimeMilliseconds()
            );
        });

    /// <summary>Makes the callback of a message due once more, from its first try on.</summary>
    public void Schedule(long message, DateTimeOffset at) =>
        database.Execute(
            "UPDATE messages SET callback_due = @2, callback_tries = 0 WHERE number = @1 AND callback_url IS NOT NULL",
            message,
            at.ToUnixTimeMilliseconds()
        );

    /// <summary>The tries for one message, or the latest of all.</summary>
    public IReadOnlyList<EmulatedCallback> Attempts(string? messageId, int limit) =>
        database
            .Query(
                static row => new EmulatedCallback(
                    row.GetString(0),
                    DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
                    row.GetString(2),
                    row.IsDBNull(3) ? null : row.GetInt32(3),
                    row.IsDBNull(4) ? null : row.GetString(4),
                    row.GetInt32(5) == 1
                ),
                """
                SELECT messages.id, at, url, status, callbacks.error, duplicate FROM callbacks JOIN messages ON messages.number = message
                WHERE @1 IS NULL OR messages.id = @1 ORDER BY callbacks.number DESC LIMIT @2
                """,
                messageId,
                limit
            )
            .AsEnumerable()
            .Reverse()
            .ToList();
}
