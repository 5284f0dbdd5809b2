namespace Esms.Emulator;

/// <summary>
/// The tables. A message is stored with its whole course: when it is approved, sent and finished, and how it ends. What it is at a moment follows
/// from these and the clock, so nothing has to be written while time passes.
/// </summary>
internal static class Schema
{
    /// <summary>
    /// With a write-ahead log, NORMAL hands every commit to the operating system before the call is answered. So an accepted message survives the
    /// death of the process; only a machine that loses its power could lose the last ones.
    /// </summary>
    public static readonly string[] Pragmas =
    [
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=NORMAL",
        "PRAGMA cache_size=-8000",
        "PRAGMA temp_store=MEMORY",
        "PRAGMA journal_size_limit=16777216",
    ];

    /// <summary>Times are milliseconds since 1970 in UTC; money is in ten-thousandths of a đồng.</summary>
    public const string Sql = """
        CREATE TABLE IF NOT EXISTS messages (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE, account TEXT NOT NULL, operation TEXT NOT NULL, channel INTEGER NOT NULL, type INTEGER NOT NULL,
            recipient TEXT NOT NULL, recipients INTEGER NOT NULL, failing INTEGER NOT NULL, rejected INTEGER NOT NULL DEFAULT 0,
            sender TEXT NOT NULL, template TEXT, content TEXT NOT NULL, unicode INTEGER NOT NULL, request_id TEXT, campaign TEXT, callback_url TEXT,
            price INTEGER NOT NULL, refund INTEGER NOT NULL, refunded INTEGER NOT NULL DEFAULT 0,
            error_code INTEGER, error_text TEXT, zalo_id TEXT, code TEXT, fallback TEXT, fallback_sender TEXT, request TEXT NOT NULL,
            accepted INTEGER NOT NULL, approved INTEGER NOT NULL, sent INTEGER NOT NULL, finished INTEGER NOT NULL,
            callback_due INTEGER, callback_tries INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX IF NOT EXISTS messages_by_time ON messages (account, type, accepted);
        CREATE INDEX IF NOT EXISTS messages_by_zalo_id ON messages (zalo_id) WHERE zalo_id IS NOT NULL;
        CREATE INDEX IF NOT EXISTS messages_to_call_back ON messages (callback_due) WHERE callback_due IS NOT NULL;
        CREATE INDEX IF NOT EXISTS messages_to_refund ON messages (account, finished) WHERE refund > 0 AND refunded = 0;
        CREATE TABLE IF NOT EXISTS recipients (
            message INTEGER NOT NULL, place INTEGER NOT NULL, address TEXT NOT NULL, operator INTEGER NOT NULL, fails INTEGER NOT NULL,
            PRIMARY KEY (message, place)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS request_ids (
            account TEXT NOT NULL, request_id TEXT NOT NULL, at INTEGER NOT NULL, message TEXT NOT NULL,
            PRIMARY KEY (account, request_id)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS request_ids_by_time ON request_ids (at);
        CREATE TABLE IF NOT EXISTS accounts (name TEXT PRIMARY KEY, spent INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS codes (
            account TEXT NOT NULL, phone TEXT NOT NULL, code TEXT NOT NULL, expires INTEGER NOT NULL, used INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (account, phone, code)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS callbacks (
            number INTEGER PRIMARY KEY AUTOINCREMENT, message INTEGER NOT NULL, at INTEGER NOT NULL, url TEXT NOT NULL,
            status INTEGER, error TEXT, duplicate INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS callbacks_by_message ON callbacks (message);
        CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
        """;
}
