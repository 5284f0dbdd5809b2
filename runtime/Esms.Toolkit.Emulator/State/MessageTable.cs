using Esms.Storage;

namespace Esms.Emulator;

/// <summary>The messages and their recipients.</summary>
internal sealed class MessageTable(Database database, EmulatorClock clock, int maxMessages, long maxBytes)
{
    /// <summary>How many are thrown away at once, so that not every send has to.</summary>
    private const int Batch = 100;

    /// <summary>Every so many messages their bytes are looked at, and as many go at least.</summary>
    private const int SizeCheck = 10;

    private const string Everything = "@1 = @1";

    private long _count = database.Number("SELECT count(*) FROM messages");

    public long Count => Interlocked.Read(ref _count);

    private long UsedBytes =>
        database.Number("SELECT (page_count - freelist_count) * page_size FROM pragma_page_count(), pragma_freelist_count(), pragma_page_size()");

    /// <summary>Stores a message, inside of a transaction of the caller.</summary>
    /// <returns>Its number.</returns>
    public long Insert(EmulatedMessage message, IReadOnlyList<EmulatedRecipient> recipients, decimal refund)
    {
        database.Execute(
            $"""
            INSERT INTO messages (id, account, operation, channel, type, recipient, recipients, failing, sender, template, content, request_id, campaign,
                callback_url, price, refund, error_code, error_text, zalo_id, code, fallback, fallback_sender, request, accepted, approved, sent, finished,
                callback_due, unicode)
            VALUES (@1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14, @15, @16, @17, @18, @19, @20, @21, @22, @23, @24, @25, @26, @27, @28, @29)
            """,
            message.Id,
            message.Account,
            message.Operation,
            (int)message.Channel,
            message.Type,
            message.Recipient,
            recipients.Count,
            message.FailingCount,
            message.Sender,
            message.TemplateId,
            message.Content,
            message.RequestId,
            message.CampaignId,
            message.CallbackUrl,
            MessageSql.ToUnits(message.FullPrice),
            MessageSql.ToUnits(refund),
            message.ErrorCode,
            message.ErrorText,
            message.ZaloMessageId,
            message.OneTimeCode,
            message.FallbackContent,
            message.FallbackSender,
            message.Request,
            message.AcceptedAt.ToUnixTimeMilliseconds(),
            message.ApprovedAt.ToUnixTimeMilliseconds(),
            message.SentAt.ToUnixTimeMilliseconds(),
            message.FinishedAt.ToUnixTimeMilliseconds(),
            message.CallbackUrl is null ? null : message.FinishedAt.ToUnixTimeMilliseconds(),
            message.IsUnicode ? 1 : 0
        );
        var number = database.Number("SELECT last_insert_rowid()");
        for (var place = 0; place < recipients.Count; place++)
        {
            database.Execute(
                "INSERT INTO recipients (message, place, address, operator, fails) VALUES (@1, @2, @3, @4, @5)",
                number,
                place,
                recipients[place].Address,
                recipients[place].Operator,
                recipients[place].Fails ? 1 : 0
            );
        }
        database.Execute("INSERT INTO words (rowid, text) VALUES (@1, @2)", number, SearchText.Of(message, recipients));
        var count = Interlocked.Increment(ref _count);
        if (count > maxMessages)
            Trim(Batch);
        else if (number % SizeCheck == 0 && UsedBytes > maxBytes)
            Trim(Math.Max(SizeCheck, (int)(count / SizeCheck)));
        return number;
    }

    public bool Has(string id) => database.Number("SELECT 1 FROM messages WHERE id = @1", id) == 1;

    public EmulatedMessage? Find(string id) => One("id = @2", id);

    public EmulatedMessage? Find(long number) => One("number = @2", number);

    public EmulatedMessage? FindByZaloId(string id) => One("zalo_id = @2", id);

    public IReadOnlyList<EmulatedRecipient> RecipientsOf(long number) =>
        database.Query(
            static row => new EmulatedRecipient(row.GetString(0), row.GetInt32(1), row.GetInt32(2) == 1),
            "SELECT address, operator, fails FROM recipients WHERE message = @1 ORDER BY place",
            number
        );

    /// <summary>The oldest messages behind a number, for those who walk through all of them.</summary>
    public IReadOnlyList<EmulatedMessage> After(long number, int limit) => Many("number > @2 ORDER BY number LIMIT @3", number, limit);

    /// <summary>Messages of a span, of one type or of all, one for each recipient, as the service pages them: the oldest first.</summary>
    public (long Total, IReadOnlyList<(EmulatedMessage Message, EmulatedRecipient Recipient)> Page) Span(
        string account,
        int? type,
        long from,
        long to,
        int skip,
        int take
    )
    {
        // The index is by type: a condition that names none could not use it.
        var where = $"account = @2 AND {(type is null ? "@3 IS NULL" : "type = @3")} AND accepted BETWEEN @4 AND @5";
        var now = clock.Now;
        var total = database.Number($"SELECT sum(recipients) FROM messages WHERE @1 = @1 AND {where}", now, account, type, from, to);
        var page = database.Query(
            row => (MessageSql.Read(row, now), new EmulatedRecipient(row.GetString(31), row.GetInt32(32), row.GetInt32(33) == 1)),
            $"""
            SELECT {MessageSql.Columns}, address, operator, fails FROM messages JOIN recipients AS reached ON reached.message = number
            WHERE @1 = @1 AND {where} ORDER BY accepted, number, place LIMIT @6 OFFSET @7
            """,
            now,
            account,
            type,
            from,
            to,
            take,
            skip
        );
        return (total, page);
    }

    public long CountBySender(string account, string sender, long since) =>
        database.Number(
            "SELECT count(*) FROM messages WHERE account = @1 AND type IN (24, 25) AND accepted >= @3 AND sender = @2",
            account,
            sender,
            since
        );

    /// <summary>The messages that a query asks for, the newest first, and how many there are without its limit and its place.</summary>
    public (long Total, IReadOnlyList<EmulatedMessage> Page) Search(EmulatedMessageQuery query)
    {
        var words = SearchText.ToMatch(query.Text);
        object?[] arguments =
        [
            clock.Now,
            query.Account,
            (int?)query.Channel,
            query.Type,
            query.SendStatus,
            (int?)query.Outcome,
            query.From?.ToUnixTimeMilliseconds(),
            query.To?.ToUnixTimeMilliseconds(),
            words,
        ];
        var where = string.Join(" AND ", Conditions(query, words).Prepend(Everything));
        var page = database.Query(
            row => MessageSql.Read(row, (long)arguments[0]!),
            $"SELECT {MessageSql.Columns} FROM messages WHERE {where} AND number < @10 ORDER BY number DESC LIMIT @11",
            [.. arguments, query.Before ?? long.MaxValue, Math.Clamp(query.Limit, 1, 1000)]
        );
        return (where == Everything ? Count : database.Number($"SELECT count(*) FROM messages WHERE {where}", arguments), page);
    }

    private static IEnumerable<string> Conditions(EmulatedMessageQuery query, string? words)
    {
        if (query.Account is not null)
            yield return "account = @2";
        if (query.Channel is not null)
            yield return "channel = @3";
        if (query.Type is not null)
            yield return "type = @4";
        if (query.SendStatus is not null)
            yield return $"({MessageSql.Status}) = @5";
        if (query.Outcome is not null)
            yield return $"({MessageSql.Outcome}) = @6";
        if (query.From is not null)
            yield return "accepted >= @7";
        if (query.To is not null)
            yield return "accepted < @8";
        if (words is not null)
            yield return "number IN (SELECT rowid FROM words WHERE words MATCH @9)";
    }

    private EmulatedMessage? One(string where, object argument) => Many(where, argument).FirstOrDefault();

    /// <param name="arguments">From @2 on; @1 is the time.</param>
    private List<EmulatedMessage> Many(string where, params ReadOnlySpan<object?> arguments)
    {
        var now = clock.Now;
        return database.Query(
            row => MessageSql.Read(row, now),
            $"SELECT {MessageSql.Columns} FROM messages WHERE @1 = @1 AND {where}",
            [now, .. arguments]
        );
    }

    /// <summary>The last one stays: it is being accepted.</summary>
    private void Trim(int howMany)
    {
        var last = database.Number(
            "SELECT max(number) FROM (SELECT number FROM messages ORDER BY number LIMIT @1)",
            Math.Min(howMany, (int)Count - 1)
        );
        database.Execute("DELETE FROM words WHERE rowid IN (SELECT number FROM messages WHERE number <= @1)", last);
        database.Execute("DELETE FROM recipients WHERE message <= @1", last);
        database.Execute("DELETE FROM callbacks WHERE message <= @1", last);
        Interlocked.Add(ref _count, -database.Execute("DELETE FROM messages WHERE number <= @1", last));
    }
}
