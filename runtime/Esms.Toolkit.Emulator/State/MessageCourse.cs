using Esms.Storage;

namespace Esms.Emulator;

/// <summary>Changes the course of a message by hand.</summary>
internal sealed class MessageCourse(Database database, EmulatorClock clock, Ledger ledger)
{
    /// <summary>It reaches everybody, now.</summary>
    public void Deliver(EmulatedMessage message) => End(message, failing: 0, refund: 0, null, null, rejected: false);

    /// <summary>It reaches nobody, now.</summary>
    public void Fail(EmulatedMessage message, int? errorCode, string? errorText) =>
        End(message, message.RecipientCount, MessageSql.ToUnits(message.FullPrice), errorCode, errorText, rejected: false);

    /// <summary>eSMS does not approve it.</summary>
    public void Reject(EmulatedMessage message, string? reason) =>
        End(message, message.RecipientCount, MessageSql.ToUnits(message.FullPrice), null, reason, rejected: true);

    /// <summary>Zalo has failed, and the SMS that was to go out then does.</summary>
    public void FallBack(EmulatedMessage message, string code, decimal price, DateTimeOffset finished) =>
        database.Transact(() =>
        {
            database.Execute(
                """
                UPDATE messages SET channel = 0, type = 2, content = fallback, sender = fallback_sender, template = NULL, fallback = NULL, zalo_id = NULL, failing = 0,
                    refund = 0, price = @2, finished = @3, error_text = @4, error_code = NULL, callback_due = iif(callback_url IS NULL, NULL, @3) WHERE number = @1
                """,
                message.Number,
                MessageSql.ToUnits(price),
                finished.ToUnixTimeMilliseconds(),
                code
            );
            ledger.Charge(message.Account, MessageSql.ToUnits(price - message.FullPrice));
            return 0;
        });

    /// <summary>Its end, and its callback, come later.</summary>
    public void Postpone(EmulatedMessage message, TimeSpan by) =>
        database.Execute(
            "UPDATE messages SET finished = finished + @2, callback_due = callback_due + @2 WHERE number = @1",
            message.Number,
            (long)by.TotalMilliseconds
        );

    /// <summary>What it was paid back before is charged again, or the other way round.</summary>
    private void End(EmulatedMessage message, int failing, long refund, int? errorCode, string? errorText, bool rejected) =>
        database.Transact(() =>
        {
            var paidBack = database.Number("SELECT refund FROM messages WHERE number = @1 AND refunded = 1", message.Number);
            if (paidBack > 0)
                ledger.Charge(message.Account, paidBack);
            var now = clock.Now;
            database.Execute(
                """
                UPDATE messages SET approved = min(approved, @2), sent = min(sent, @2), finished = @2, failing = @3, refund = @4, refunded = 0, error_code = @5,
                    error_text = @6, rejected = @7, callback_tries = 0, callback_due = iif(callback_url IS NULL, NULL, @2) WHERE number = @1
                """,
                message.Number,
                now,
                failing,
                refund,
                errorCode,
                errorText,
                rejected ? 1 : 0
            );
            return database.Execute("UPDATE recipients SET fails = @2 WHERE message = @1", message.Number, failing > 0 ? 1 : 0);
        });
}
