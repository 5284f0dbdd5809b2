using System.Globalization;
using Esms.Storage;
using Microsoft.Data.Sqlite;

namespace Esms.Dispatching.Sqlite;

/// <summary>The tables of an outbox in a file.</summary>
internal static class JournalSchema
{
    /// <summary>Tells an outbox from other files of SQLite: "eSMS" in letters.</summary>
    private const int ApplicationId = 0x65534D53;

    private const int Version = 1;

    /// <summary>SQLITE_NOTADB.</summary>
    private const int NotADatabase = 26;

    /// <summary>
    /// A killed process loses nothing that was committed, whatever <c>synchronous</c> is: the log is with the operating system then. FULL is for the
    /// machine that loses its power. It waits for the disk in every commit, and needs to: a claim that got lost would make a message that may have
    /// been accepted look like one that was never tried, and when the machine comes back after eSMS has forgotten the RequestId, that would send it
    /// twice. So are enqueued messages on disk when the caller is told so. What it costs is shared by all messages of a commit. On macOS a disk is
    /// only made to write by fullfsync.
    /// </summary>
    private static readonly string[] Pragmas =
    [
        "PRAGMA busy_timeout=30000",
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=FULL",
        "PRAGMA fullfsync=ON",
        "PRAGMA cache_size=-16000",
        "PRAGMA journal_size_limit=67108864",
    ];

    /// <summary>
    /// Times are milliseconds since 1970 in UTC; money is in ten-thousandths of a đồng, and -1 for a cost that nobody knows. A message is due at a time, 0 when it was never tried; it is
    /// due at none while it is under way and when it has its outcome. Its place is its number among the finished ones of its campaign.
    /// </summary>
    private const string Tables = """
        CREATE TABLE campaigns (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, total INTEGER NOT NULL DEFAULT 0, finished INTEGER NOT NULL DEFAULT 0,
            accepted INTEGER NOT NULL DEFAULT 0, unknown INTEGER NOT NULL DEFAULT 0, accepted_cost INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE messages (
            id INTEGER PRIMARY KEY, campaign INTEGER NOT NULL REFERENCES campaigns, row TEXT NOT NULL, operation TEXT NOT NULL,
            request_id TEXT NOT NULL, has_own_id INTEGER NOT NULL, request BLOB NOT NULL, cost INTEGER NOT NULL,
            due INTEGER, tried_since INTEGER, tries INTEGER NOT NULL DEFAULT 0,
            place INTEGER, outcome INTEGER, code INTEGER, message_id TEXT, problem TEXT, already INTEGER, finished_at INTEGER,
            UNIQUE (campaign, row));
        CREATE UNIQUE INDEX own_ids ON messages (request_id) WHERE has_own_id = 1;
        CREATE INDEX due_messages ON messages (due) WHERE due IS NOT NULL;
        CREATE INDEX messages_under_way ON messages (id) WHERE due IS NULL AND outcome IS NULL;
        CREATE UNIQUE INDEX results ON messages (campaign, place) WHERE place IS NOT NULL;
        CREATE TABLE spending (slot INTEGER PRIMARY KEY, messages INTEGER NOT NULL, cost INTEGER NOT NULL);
        CREATE TABLE pause (reason TEXT NOT NULL, code INTEGER, until INTEGER NOT NULL);
        CREATE TABLE clock (seen INTEGER NOT NULL);
        INSERT INTO clock (seen) VALUES (0);
        """;

    /// <summary>Opens a file, and makes the tables in a new one.</summary>
    /// <exception cref="InvalidDataException">It is no outbox, or one of a newer version.</exception>
    public static Database Open(string file)
    {
        try
        {
            return OpenPrepared(file);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == NotADatabase)
        {
            throw new InvalidDataException($"{file} is no outbox.", exception);
        }
    }

    private static Database OpenPrepared(string file)
    {
        var database = new Database(file, Pragmas);
        try
        {
            database.Transact(() => Prepare(database, file));
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static long Prepare(Database database, string file)
    {
        if (database.Number("SELECT count(*) FROM sqlite_schema") == 0)
        {
            database.Execute(Tables);
            database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id={ApplicationId}"));
            database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version={Version}"));
            return Version;
        }
        if (database.Number("PRAGMA application_id") != ApplicationId)
            throw new InvalidDataException($"{file} is no outbox.");
        var version = database.Number("PRAGMA user_version");
        return version == Version
            ? version
            : throw new InvalidDataException($"{file} is an outbox of version {version}, and this is version {Version}.");
    }
}
