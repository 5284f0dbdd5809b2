using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Esms.Storage;

/// <summary>One connection to SQLite, used by one thread at a time, with its statements kept ready.</summary>
internal sealed class Database : IDisposable
{
    /// <summary>SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE.</summary>
    private const int NoCheckpointOnClose = 1006;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private readonly object _lock = new();
    private int _depth;

    /// <param name="file">Null keeps all in memory.</param>
    /// <param name="setup">What is executed first.</param>
    public Database(string? file, params ReadOnlySpan<string> setup)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file ?? ":memory:", Pooling = false }.ToString());
        try
        {
            _connection.Open();
            foreach (var sql in setup)
                Execute(sql);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public int Execute(string sql, params ReadOnlySpan<object?> arguments)
    {
        lock (_lock)
            return Prepare(sql, arguments).ExecuteNonQuery();
    }

    public List<T> Query<T>(Func<SqliteDataReader, T> read, string sql, params ReadOnlySpan<object?> arguments)
    {
        lock (_lock)
        {
            using var reader = Prepare(sql, arguments).ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
                rows.Add(read(reader));
            return rows;
        }
    }

    public long Number(string sql, params ReadOnlySpan<object?> arguments)
    {
        lock (_lock)
            return Convert.ToInt64(Prepare(sql, arguments).ExecuteScalar() is { } value and not DBNull ? value : 0L, CultureInfo.InvariantCulture);
    }

    /// <summary>All of it happens or nothing; nobody sees a part.</summary>
    public T Transact<T>(Func<T> work)
    {
        lock (_lock)
        {
            if (_depth > 0)
                return work();
            Execute("BEGIN IMMEDIATE");
            _depth++;
            try
            {
                var result = work();
                Execute("COMMIT");
                return result;
            }
            catch
            {
                RollBack();
                throw;
            }
            finally
            {
                _depth--;
            }
        }
    }

    /// <summary>Undoes one part of a transaction when it fails, and keeps the rest.</summary>
    public T TransactPart<T>(Func<T> work)
    {
        lock (_lock)
        {
            Execute("SAVEPOINT part");
            try
            {
                var result = work();
                Execute("RELEASE part");
                return result;
            }
            catch
            {
                if (IsInTransaction)
                {
                    Execute("ROLLBACK TO part");
                    Execute("RELEASE part");
                }
                throw;
            }
        }
    }

    /// <summary>The path of the file without links, as SQLite uses it.</summary>
    public string FileName
    {
        get
        {
            lock (_lock)
                return raw.sqlite3_db_filename(_connection.Handle, "main").utf8_to_string();
        }
    }

    /// <summary>
    /// Closes the connection and leaves all files as they are. Otherwise SQLite may write the log into the main file and delete it, which destroys the
    /// rows of other processes when they use other files by now.
    /// </summary>
    public void Abandon()
    {
        lock (_lock)
        {
            _ = raw.sqlite3_db_config(_connection.Handle, NoCheckpointOnClose, 1, out _);
            Dispose();
        }
    }

    /// <summary>Whether another connection keeps this one from writing at this moment.</summary>
    public bool IsLockedByAnother
    {
        get
        {
            lock (_lock)
            {
                var timeout = (int)Number("PRAGMA busy_timeout");
                raw.sqlite3_busy_timeout(_connection.Handle, 0);
                try
                {
                    // Not as a command, because those wait for the lock by themselves.
                    var code = raw.sqlite3_exec(_connection.Handle, "BEGIN IMMEDIATE");
                    if (code == raw.SQLITE_OK)
                        raw.sqlite3_exec(_connection.Handle, "ROLLBACK");
                    return code == raw.SQLITE_BUSY;
                }
                finally
                {
                    raw.sqlite3_busy_timeout(_connection.Handle, timeout);
                }
            }
        }
    }

    private bool IsInTransaction => raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    /// <summary>SQLite has rolled back by itself after some errors, such as a full disk. The first error is the one to report.</summary>
    private void RollBack()
    {
        if (IsInTransaction)
            Execute("ROLLBACK");
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var command in _commands.Values)
                command.Dispose();
            _commands.Clear();
            _connection.Dispose();
        }
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> arguments)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
#pragma warning disable CA2100 // The texts are ours, of this assembly; what comes from outside is an argument.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 0; i < arguments.Length; i++)
                command.Parameters.Add(new SqliteParameter($"@{(i + 1).ToString(CultureInfo.InvariantCulture)}", null));
            _commands.Add(sql, command);
        }
        for (var i = 0; i < arguments.Length; i++)
        {
            command.Parameters[i].ResetSqliteType();
            command.Parameters[i].Value = arguments[i] ?? DBNull.Value;
        }
        return command;
    }
}
