using Microsoft.Data.Sqlite;

namespace Esms.Emulator;

/// <summary>How a message stands in its table, and what it is at a moment.</summary>
internal static class MessageSql
{
    public const string Columns = """
        number, id, account, operation, channel, type, recipient, recipients, failing, rejected, sender, template, content, request_id, campaign,
        callback_url, price, refund, error_code, error_text, zalo_id, code, fallback, fallback_sender, request, accepted, approved, sent, finished, callback_tries,
        unicode
        """;

    /// <summary>The status at the time @1.</summary>
    public const string Status = "CASE WHEN @1 < approved THEN 1 WHEN rejected = 1 THEN 4 WHEN @1 < sent THEN 2 WHEN @1 < finished THEN 7 ELSE 5 END";

    /// <summary>The outcome at the time @1.</summary>
    public const string Outcome = "CASE WHEN rejected = 1 AND @1 >= approved THEN 3 WHEN @1 < finished THEN 0 WHEN failing > 0 THEN 2 ELSE 1 END";

    private const decimal MoneyUnit = 10_000m;

    public static long ToUnits(decimal money) => (long)(money * MoneyUnit);

    public static decimal ToMoney(long units) => units / MoneyUnit;

    public static EmulatedMessage Read(SqliteDataReader row, long now)
    {
        var (rejected, failing) = (row.GetInt32(9) == 1, row.GetInt32(8));
        var (approved, sent, finished) = (row.GetInt64(26), row.GetInt64(27), row.GetInt64(28));
        var isOver = rejected ? now >= approved : now >= finished;
        return new EmulatedMessage
        {
            Number = row.GetInt64(0),
            Id = row.GetString(1),
            Account = row.GetString(2),
            Operation = row.GetString(3),
            Channel = (EmulatedChannel)row.GetInt32(4),
            Type = row.GetInt32(5),
            Recipient = row.GetString(6),
            RecipientCount = row.GetInt32(7),
            FailingCount = failing,
            SendStatus = StatusAt(now, rejected, approved, sent, finished),
            Outcome = OutcomeAt(isOver, rejected, failing),
            Sender = row.GetString(10),
            TemplateId = Text(row, 11),
            Content = row.GetString(12),
            RequestId = Text(row, 13),
            CampaignId = Text(row, 14),
            CallbackUrl = Text(row, 15),
            FullPrice = ToMoney(row.GetInt64(16)),
            Price = ToMoney(row.GetInt64(16) - (isOver ? row.GetInt64(17) : 0)),
            ErrorCode = row.IsDBNull(18) ? null : row.GetInt32(18),
            ErrorText = Text(row, 19),
            ZaloMessageId = Text(row, 20),
            OneTimeCode = Text(row, 21),
            FallbackContent = Text(row, 22),
            FallbackSender = Text(row, 23),
            Request = row.GetString(24),
            AcceptedAt = Time(row, 25),
            ApprovedAt = Time(row, 26),
            SentAt = Time(row, 27),
            FinishedAt = Time(row, 28),
            CallbackTries = row.GetInt32(29),
            IsUnicode = row.GetInt32(30) == 1,
        };
    }

    private static int StatusAt(long now, bool rejected, long approved, long sent, long finished) =>
        now < approved ? SendStatuses.WaitingForApproval
        : rejected ? SendStatuses.Rejected
        : now < sent ? SendStatuses.WaitingToSend
        : now < finished ? SendStatuses.WaitingForReport
        : SendStatuses.Finished;

    private static EmulatedOutcome OutcomeAt(bool isOver, bool rejected, int failing) =>
        !isOver ? EmulatedOutcome.Pending
        : rejected ? EmulatedOutcome.Rejected
        : failing > 0 ? EmulatedOutcome.Failed
        : EmulatedOutcome.Delivered;

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset Time(SqliteDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}

/// <summary>The numbers of contracts/shared/SendStatus.esms.json that the emulator uses.</summary>
internal static class SendStatuses
{
    public const int WaitingForApproval = 1;
    public const int WaitingToSend = 2;
    public const int Rejected = 4;
    public const int Finished = 5;
    public const int WaitingForReport = 7;
}
