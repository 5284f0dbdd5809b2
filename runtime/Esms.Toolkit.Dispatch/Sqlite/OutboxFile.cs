using Esms.Storage;
using Microsoft.Data.Sqlite;

namespace Esms.Dispatching.Sqlite;

/// <summary>
/// The file of an outbox, opened when it is first needed, with one connection for all writes and one for all reads of this process.
/// </summary>
/// <remarks>
/// Nothing but SQLite may open and close the file while a connection is open: POSIX drops all locks that a process holds on a file when the process
/// closes any descriptor of that file. Another program would then take itself for the last user, and delete the log that this process writes to.
/// </remarks>
internal sealed class OutboxFile : IDisposable
{
    private readonly object _opening = new();
    private readonly SemaphoreSlim _news = new(0);
    private readonly string _path;
    private Database? _writes;
    private Database? _reads;

    public OutboxFile(string path) => _path = System.IO.Path.GetFullPath(path);

    /// <summary>As it was named, for messages.</summary>
    public string Path => _path;

    /// <exception cref="IOException">The file cannot be opened now; it may be later.</exception>
    /// <exception cref="InvalidDataException">It is no outbox, or one of a newer version.</exception>
    public Database Writes => Open(ref _writes);

    /// <inheritdoc cref="Writes"/>
    public Database Reads => Open(ref _reads);

    /// <summary>The file that the process which sends holds: by its real name, because the same outbox could be known by another.</summary>
    public string LockPath => RealPath + "-worker";

    private string RealPath => File.ResolveLinkTarget(_path, returnFinalTarget: true)?.FullName ?? _path;

    /// <summary>Checks that the file that is open is still the one that others find at its path.</summary>
    /// <exception cref="IOException">It is not: what is written now would be lost, or sent once more from the other file.</exception>
    public void EnsureInPlace()
    {
        if (Writes.IsFileMoved)
            throw new IOException(
                $"The outbox {_path} was moved, deleted or replaced while it was in use. Put the file back, or restart the application to use what is "
                    + "there now."
            );
        if (!File.Exists(RealPath + "-wal"))
            throw new IOException(
                $"The log of the outbox, {_path}-wal, was deleted while it was in use. Restart the application, and keep other programs from deleting it."
            );
    }

    /// <summary>Names the file and the reason of an error of SQLite.</summary>
    public IOException Explain(SqliteException exception) => new($"The outbox {_path} cannot be used: {SqliteErrors.Describe(exception)}", exception);

    /// <summary>Tells the worker of this process that there is something to do.</summary>
    public void Notify() => _news.Release();

    /// <summary>Waits for something to do, for a while.</summary>
    public async Task WaitAsync(TimeSpan atMost)
    {
        await _news.WaitAsync(atMost).ConfigureAwait(false);
        while (_news.Wait(0))
        {
            // However often it was told, the journal is looked at once.
        }
    }

    public void Dispose()
    {
        _reads?.Dispose();
        _writes?.Dispose();
        _news.Dispose();
    }

    private Database Open(ref Database? database)
    {
        if (Volatile.Read(ref database) is { } known)
            return known;
        lock (_opening)
        {
            if (database is not null)
                return database;
            PrivateFile.Create(_path);
            try
            {
                var opened = JournalSchema.Open(_path);
                Volatile.Write(ref database, opened);
                return opened;
            }
            catch (SqliteException exception)
            {
                throw Explain(exception);
            }
        }
    }
}
