using Esms.Storage;
using Microsoft.Data.Sqlite;

namespace Esms.Dispatching.Sqlite;

/// <summary>Reads progress and results of a campaign from the journal.</summary>
internal static class JournalReader
{
    /// <summary>Returns the progress of a campaign; all zero for one that was never enqueued.</summary>
    public static EsmsCampaignProgress Progress(Database database, string campaign, DateTimeOffset now)
    {
        var pause = database.Query(ReadPause, "SELECT reason, code, until FROM pause WHERE until > @1", JournalUnits.ToUnits(now)).FirstOrDefault();
        return database
                .Query(
                    row => new EsmsCampaignProgress(
                        row.GetInt64(0),
                        row.GetInt64(1),
                        row.GetInt64(2),
                        row.GetInt64(3),
                        JournalUnits.ToMoney(row.GetInt64(4)),
                        pause
                    )
                    {
                        Canceled = row.GetInt64(5),
                    },
                    "SELECT total, accepted, finished - accepted - unknown - canceled, unknown, accepted_cost, canceled FROM campaigns WHERE name = @1",
                    campaign
                )
                .FirstOrDefault()
            ?? new EsmsCampaignProgress(0, 0, 0, 0, 0, null);
    }

    /// <summary>Returns the results after a place, in the order in which they arrived.</summary>
    public static List<EsmsDispatchResult> Results(Database database, string campaign, long after, int limit) =>
        database.Query(
            row => ReadResult(row, campaign),
            """
            SELECT row, operation, request_id, outcome, code, message_id, already, problem, tries, finished_at FROM messages
            WHERE campaign = (SELECT id FROM campaigns WHERE name = @1) AND place > @2 ORDER BY place LIMIT @3
            """,
            campaign,
            after,
            limit
        );

    private static EsmsDispatchPause ReadPause(SqliteDataReader row) =>
        new(row.GetString(0), row.IsDBNull(1) ? null : (EsmsResultCode)row.GetInt32(1), JournalUnits.ToTime(row.GetInt64(2)));

    private static EsmsDispatchResult ReadResult(SqliteDataReader row, string campaign) =>
        new(campaign, row.GetString(0), row.GetString(1), row.GetString(2), (EsmsDispatchOutcome)row.GetInt32(3))
        {
            Code = (EsmsResultCode)row.GetInt32(4),
            MessageId = row.IsDBNull(5) ? null : row.GetString(5),
            WasAlreadyAccepted = row.GetInt64(6) == 1,
            Problem = row.IsDBNull(7) ? null : row.GetString(7),
            Tries = row.GetInt32(8),
            FinishedAt = JournalUnits.ToTime(row.GetInt64(9)),
        };
}
