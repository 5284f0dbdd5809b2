using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Esms.Dispatching.Sqlite;

/// <summary>Describes SQLite errors of an outbox.</summary>
internal static class SqliteErrors
{
    /// <summary>Returns the cause and what to do, as the rest of a sentence that starts with the name of the file.</summary>
    public static string Describe(SqliteException exception) =>
        exception.SqliteErrorCode switch
        {
            raw.SQLITE_FULL => "the disk is full. Free some space; sending continues by itself.",
            raw.SQLITE_READONLY => "it is read-only. Give the user of the application the right to write to the file and its folder.",
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another program has locked it. End that program, or wait for it.",
            raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH =>
                "it cannot be opened. Check that the folder exists, and that the user of the application may write there.",
            raw.SQLITE_IOERR => "the disk reports an error. Check the disk; an outbox must be on a disk of this machine.",
            raw.SQLITE_CORRUPT => "it is damaged. Restore a backup, and compare its messages with those at eSMS first.",
            _ => $"SQLite reports error {exception.SqliteErrorCode}.",
        };
}
