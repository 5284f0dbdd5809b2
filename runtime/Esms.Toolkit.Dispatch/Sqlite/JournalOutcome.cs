using Esms.Storage;

namespace Esms.Dispatching.Sqlite;

/// <summary>Records the result of a message.</summary>
internal static class JournalOutcome
{
    /// <param name="database">The journal, in a transaction.</param>
    /// <param name="id">The message.</param>
    /// <param name="campaign">Its campaign.</param>
    /// <param name="cost">The expected cost.</param>
    /// <param name="result">The result.</param>
    public static void Write(Database database, long id, long campaign, decimal? cost, EsmsDispatchResult result)
    {
        var isAccepted = result.Outcome == EsmsDispatchOutcome.Accepted;
        var place = database.Number(
            """
            UPDATE campaigns SET finished = finished + 1, accepted = accepted + @2, unknown = unknown + @3, accepted_cost = accepted_cost + @4,
                canceled = canceled + @6
            WHERE id = @1 AND EXISTS (SELECT 1 FROM messages WHERE id = @5 AND outcome IS NULL) RETURNING finished
            """,
            campaign,
            isAccepted ? 1 : 0,
            result.Outcome == EsmsDispatchOutcome.Unknown ? 1 : 0,
            isAccepted ? JournalUnits.ToUnits(cost ?? 0) : 0,
            id,
            result.Outcome == EsmsDispatchOutcome.Canceled ? 1 : 0
        );
        // Another process has recorded a result, because this one lost the right to send. Counting it twice would keep the campaign from ending.
        if (place == 0)
            return;
        database.Execute(
            """
            UPDATE messages SET due = NULL, place = @2, outcome = @3, code = @4, message_id = @5, already = @6, problem = @7, tries = @8, finished_at = @9
            WHERE id = @1
            """,
            id,
            place,
            (int)result.Outcome,
            (int)result.Code,
            result.MessageId,
            result.WasAlreadyAccepted ? 1 : 0,
            result.Problem,
            result.Tries,
            JournalUnits.ToUnits(result.FinishedAt)
        );
    }
}
