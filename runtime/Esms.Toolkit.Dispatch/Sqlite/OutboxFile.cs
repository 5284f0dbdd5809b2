using Esms.Storage;
using Microsoft.Data.Sqlite;

namespace Esms.Dispatching.Sqlite;

/// <summary>The file of an outbox. It is opened on first use, with one connection for all writes and one for all reads of this process.</summary>
/// <remarks>
/// Only SQLite may open and close the file while a connection is open. POSIX drops all locks of a process on a file when the process closes any
/// descriptor of it. Another program would then believe that it is the last user, and delete the log that this process writes to.
/// </remarks>
internal sealed class OutboxFile : IDisposable
{
    private readonly object _opening = new();
    private readonly SemaphoreSlim _news = new(0);
    private readonly string _path;
    private Database? _writes;
    private Database? _reads;
    private IDisposable? _right;

    public OutboxFile(string path) => _path = System.IO.Path.GetFullPath(path);

    /// <summary>The path of the file, for messages.</summary>
    public string Path => _path;

    /// <exception cref="IOException">The file cannot be opened now. It may be possible later.</exception>
    /// <exception cref="InvalidDataException">The file is not an outbox, or its version is newer.</exception>
    public Database Writes => Open(ref _writes);

    /// <inheritdoc cref="Writes"/>
    public Database Reads => Open(ref _reads);

    /// <summary>The file that the sending process locks. It follows links, because the same outbox could be opened by another name.</summary>
    public string LockPath => RealPath + "-worker";

    /// <summary>
    /// Takes the right to send before there is a worker. No other process sends between a look into the file and the first attempt.
    /// </summary>
    /// <exception cref="IOException">Another process has it, or the lock file cannot be created.</exception>
    public void Hold() => _right ??= PrivateFile.Hold(LockPath);

    /// <summary>Returns the right to send that was taken before; null when it was not.</summary>
    public IDisposable? TakeRight() => Interlocked.Exchange(ref _right, null);

    private string RealPath => PrivateFile.RealPathOf(_path);

    /// <summary>Checks that the open file is still the one at its path.</summary>
    /// <exception cref="IOException">It is another one. Anything written now would be lost, or sent again from the other file.</exception>
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

    /// <summary>Creates an exception that names the file and the reason of an SQLite error.</summary>
    public IOException Explain(SqliteException exception) => new($"The outbox {_path} cannot be used: {SqliteErrors.Describe(exception)}", exception);

    /// <summary>Wakes the worker of this process.</summary>
    public void Notify() => _news.Release();

    /// <summary>Waits until the worker is woken, for a limited time.</summary>
    public async Task WaitAsync(TimeSpan atMost)
    {
        await _news.WaitAsync(atMost).ConfigureAwait(false);
        while (_news.Wait(0))
        {
            // The journal is read once, however often the worker was woken.
        }
    }

    public void Dispose()
    {
        _reads?.Dispose();
        _writes?.Dispose();
        _news.Dispose();
        TakeRight()?.Dispose();
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
