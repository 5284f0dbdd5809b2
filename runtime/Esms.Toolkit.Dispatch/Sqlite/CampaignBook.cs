using Microsoft.Data.Sqlite;

namespace Esms.Dispatching.Sqlite;

/// <summary>The campaigns of an outbox in a file: their messages, and those that still wait.</summary>
/// <param name="file">The outbox.</param>
internal sealed class CampaignBook(OutboxFile file)
{
    /// <summary>How many rows are read or cancelled at a time.</summary>
    private const int Rows = 2000;

    /// <summary>Returns all campaigns, in the order in which they began.</summary>
    public List<CampaignRecord> List() =>
        file.Writes.Query(
            Read,
            """
            SELECT id, name, source, content, begun_at, is_trial, total, accepted, finished - accepted - unknown - canceled, unknown, accepted_cost,
                canceled, service, account
            FROM campaigns LEFT JOIN destinations ON campaign = id ORDER BY id
            """
        );

    /// <summary>Records where a campaign comes from, before its first message is enqueued. A known campaign is left unchanged.</summary>
    public void Begin(CampaignRecord campaign) =>
        file.Write(database =>
        {
            var added = database.Execute(
                "INSERT INTO campaigns (name, source, content, begun_at, is_trial) VALUES (@1, @2, @3, @4, @5) ON CONFLICT DO NOTHING",
                campaign.Name,
                campaign.Source,
                campaign.Content,
                campaign.BegunAt is { } time ? JournalUnits.ToUnits(time) : null,
                campaign.IsTrial ? 1 : 0
            );
            return campaign.Service is null
                ? added
                : database.Execute(
                    "INSERT INTO destinations (campaign, service, account) SELECT id, @2, @3 FROM campaigns WHERE name = @1 ON CONFLICT DO NOTHING",
                    campaign.Name,
                    campaign.Service,
                    campaign.Account
                );
        });

    /// <summary>Returns all messages of all campaigns.</summary>
    public IEnumerable<KnownMessage> Messages()
    {
        for (long after = 0; ; )
        {
            var messages = file.Writes.Query(
                ReadMessage,
                """
                SELECT id, campaign, row, request, outcome IS NOT NULL,
                    CASE WHEN outcome IN (@3, @4) OR (outcome IS NULL AND tried_since IS NOT NULL) THEN coalesce(finished_at, tried_since) END,
                    outcome IS @3
                FROM messages WHERE id > @1 ORDER BY id LIMIT @2
                """,
                after,
                Rows,
                (int)EsmsDispatchOutcome.Accepted,
                (int)EsmsDispatchOutcome.Unknown
            );
            foreach (var message in messages)
                yield return message;
            if (messages.Count == 0)
                yield break;
            after = messages[^1].Id;
        }
    }

    /// <summary>Returns how many messages of a campaign may have been sent and have no outcome.</summary>
    public long CountUnsettled(string campaign) =>
        file.Reads.Number(
            """
            SELECT count(*) FROM messages
            WHERE campaign = (SELECT id FROM campaigns WHERE name = @1) AND outcome IS NULL AND tried_since IS NOT NULL
            """,
            campaign
        );

    /// <summary>Cancels waiting messages and returns how many. Messages that may have been sent end as unknown.</summary>
    /// <param name="campaign">Their campaign.</param>
    /// <param name="isInFlightElsewhere">Whether another process may be sending. Its messages in flight are then left to it.</param>
    /// <param name="now">The time.</param>
    /// <param name="rows">The keys of the rows; null cancels all.</param>
    public long Cancel(CampaignRecord campaign, bool isInFlightElsewhere, DateTimeOffset now, IReadOnlySet<string>? rows = null)
    {
        var before = file.Writes.Number("SELECT finished FROM campaigns WHERE id = @1", campaign.Id);
        for (long? after = 0; after is { } id; )
            after = file.Write(_ => CancelSome(campaign, isInFlightElsewhere, now, rows, id));
        return file.Writes.Number("SELECT finished FROM campaigns WHERE id = @1", campaign.Id) - before;
    }

    /// <returns>The last message that was read; null when there was none.</returns>
    private long? CancelSome(CampaignRecord campaign, bool isInFlightElsewhere, DateTimeOffset now, IReadOnlySet<string>? rows, long after)
    {
        var waiting = file.Writes.Query(
            ReadWaiting,
            """
            SELECT id, row, operation, request_id, tries, tried_since FROM messages
            WHERE campaign = @1 AND id > @2 AND outcome IS NULL AND (due IS NOT NULL OR @3 = 0) ORDER BY id LIMIT @4
            """,
            campaign.Id,
            after,
            isInFlightElsewhere ? 1 : 0,
            Rows
        );
        foreach (var message in waiting.Where(message => rows is null || rows.Contains(message.Row)))
            JournalOutcome.Write(file.Writes, message.Id, campaign.Id, cost: null, Canceled(campaign.Name, message, now));
        return waiting.Count == 0 ? null : waiting[^1].Id;
    }

    private static EsmsDispatchResult Canceled(string campaign, WaitingMessage message, DateTimeOffset now) =>
        new(
            campaign,
            message.Row,
            message.Operation,
            message.RequestId,
            message.MayBeSent ? EsmsDispatchOutcome.Unknown : EsmsDispatchOutcome.Canceled
        )
        {
            Problem = message.MayBeSent ? "Cancelled after an attempt whose outcome is unknown." : "Cancelled before it was sent.",
            Tries = message.Tries,
            FinishedAt = now,
        };

    private static CampaignRecord Read(SqliteDataReader row) =>
        new(row.GetString(1))
        {
            Id = row.GetInt64(0),
            Source = row.IsDBNull(2) ? null : row.GetString(2),
            Content = row.IsDBNull(3) ? null : row.GetString(3),
            BegunAt = row.IsDBNull(4) ? null : JournalUnits.ToTime(row.GetInt64(4)),
            IsTrial = row.GetInt64(5) == 1,
            Service = row.IsDBNull(12) ? null : row.GetString(12),
            Account = row.IsDBNull(13) ? null : row.GetString(13),
            Progress = new EsmsCampaignProgress(
                row.GetInt64(6),
                row.GetInt64(7),
                row.GetInt64(8),
                row.GetInt64(9),
                JournalUnits.ToMoney(row.GetInt64(10)),
                null
            )
            {
                Canceled = row.GetInt64(11),
            },
        };

    private static KnownMessage ReadMessage(SqliteDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetInt64(1),
            row.GetString(2),
            row.GetFieldValue<byte[]>(3),
            row.GetInt64(4) == 1,
            row.IsDBNull(5) ? null : JournalUnits.ToTime(row.GetInt64(5))
        )
        {
            IsAccepted = row.GetInt64(6) == 1,
        };

    private static WaitingMessage ReadWaiting(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4), !row.IsDBNull(5));

    private sealed record WaitingMessage(long Id, string Row, string Operation, string RequestId, int Tries, bool MayBeSent);
}
