using Esms.Storage;

namespace Esms.Emulator;

/// <summary>The request ids that were used in the last 24 hours, by account; a trial uses one up too.</summary>
internal sealed class RequestIdTable(Database database, EmulatorClock clock)
{
    private static readonly long Day = (long)TimeSpan.FromHours(24).TotalMilliseconds;

    /// <summary>In the place of a message id: a trial has none that could be looked up.</summary>
    public const string Trial = "";

    /// <returns>The message id of the send that used it, or <see cref="Trial"/>; null when it was not used.</returns>
    public string? Find(string account, string requestId) =>
        database
            .Query(
                static row => row.GetString(0),
                "SELECT message FROM request_ids WHERE account = @1 AND request_id = @2 AND at > @3",
                account,
                requestId,
                clock.Now - Day
            )
            .FirstOrDefault();

    /// <summary>Those that are too old are forgotten on the way.</summary>
    public void Add(string account, string requestId, string messageId)
    {
        var now = clock.Now;
        database.Execute("DELETE FROM request_ids WHERE at <= @1", now - Day);
        database.Execute(
            "INSERT OR REPLACE INTO request_ids (account, request_id, at, message) VALUES (@1, @2, @3, @4)",
            account,
            requestId,
            now,
            messageId
        );
    }
}
