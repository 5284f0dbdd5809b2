using System.Globalization;
using Esms.Storage;
using Microsoft.Data.Sqlite;

namespace Esms.Dispatching.Sqlite;

/// <summary>The tables of an outbox in a file.</summary>
internal static class JournalSchema
{
    /// <summary>Identifies an outbox among SQLite files: "eSMS" in ASCII.</summary>
    private const int ApplicationId = 0x65534D53;

    private const int Version = 2;

    /// <summary>SQLITE_NOTADB.</summary>
    private const int NotADatabase = 26;

    /// <summary>
    /// FULL is for a machine that loses power; a killed process loses nothing that was committed, whatever <c>synchronous</c> is. Every commit waits
    /// for the disk, because a lost claim would make a message that may have been accepted look like one without an attempt. If the machine came back
    /// after eSMS has forgotten the RequestId, the message would be sent twice. Enqueued messages are on disk for the same reason when the call
    /// completes. All messages of a commit share the wait. On macOS only fullfsync makes the disk write.
    /// </summary>
    private static readonly string[] Pragmas =
    [
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=FULL",
        "PRAGMA fullfsync=ON",
        "PRAGMA cache_size=-16000",
        "PRAGMA journal_size_limit=67108864",
    ];

    /// <summary>
    /// Version 2 adds for a campaign: the source of its rows, a hash of their content, when it began, whether it is a trial, and the number of
    /// cancelled rows.
    /// </summary>
    private const string SecondVersion = """
        ALTER TABLE campaigns ADD COLUMN source TEXT;
        ALTER TABLE campaigns ADD COLUMN content TEXT;
        ALTER TABLE campaigns ADD COLUMN begun_at INTEGER;
        ALTER TABLE campaigns ADD COLUMN is_trial INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE campaigns ADD COLUMN canceled INTEGER NOT NULL DEFAULT 0;
        """;

    /// <summary>Where campaigns go to. A table of its own, which programs that do not know it leave alone.</summary>
    private const string Destinations = "CREATE TABLE IF NOT EXISTS destinations (campaign INTEGER PRIMARY KEY, service TEXT NOT NULL, account TEXT)";

    /// <summary>
    /// Times are milliseconds since 1970 in UTC. Money is in ten-thousandths of a đồng, and -1 is an unknown cost. <c>due</c> is the time of the next
    /// attempt, 0 before the first attempt, and null in flight and when there is a result. <c>place</c> is the number of a result in its campaign.
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

    /// <summary>Opens a file, and creates the tables in a new one.</summary>
    /// <exception cref="InvalidDataException">The file is not an outbox, or its version is newer.</exception>
    public static Database Open(string file)
    {
        try
        {
            return OpenPrepared(file);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == NotADatabase)
        {
            throw new InvalidDataException($"{file} is not an outbox.", exception);
        }
    }

    private static Database OpenPrepared(string file)
    {
        var database = new Database(file, "PRAGMA busy_timeout=30000");
        try
        {
            // Checked before WAL mode is set, because that would change the file of another program.
            EnsureOutbox(database, file);
            foreach (var pragma in Pragmas)
                database.Execute(pragma);
            database.Transact(() =>
            {
                Prepare(database, file);
                return database.Execute(Destinations);
            });
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static void EnsureOutbox(Database database, string file)
    {
        var isNew = database.Number("SELECT count(*) FROM sqlite_schema") == 0;
        var id = database.Number("PRAGMA application_id");
        if (id != ApplicationId && !(isNew && id == 0))
            throw new InvalidDataException($"{file} is not an outbox.");
    }

    private static long Prepare(Database database, string file)
    {
        EnsureOutbox(database, file);
        if (database.Number("SELECT count(*) FROM sqlite_schema") == 0)
        {
            database.Execute(Tables);
            database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id={ApplicationId}"));
            return Upgrade(database);
        }
        return database.Number("PRAGMA user_version") switch
        {
            Version => Version,
            1 => Upgrade(database),
            var other => throw new InvalidDataException(
                $"{file} is an outbox of version {other}, and this program supports version {Version}. Use a newer program."
            ),
        };
    }

    private static long Upgrade(Database database)
    {
        database.Execute(SecondVersion);
        database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version={Version}"));
        return Version;
    }
}
