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
    private OpenedFiles? _files;
    private bool _isPlaceKnown;
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
    /// <exception cref="InvalidDataException">The outbox is lost.</exception>
    public void Hold()
    {
        EnsurePlace();
        _right ??= PrivateFile.Hold(LockPath);
    }

    /// <summary>Returns the right to send that was taken before; null when it was not.</summary>
    public IDisposable? TakeRight() => Interlocked.Exchange(ref _right, null);

    private string RealPath => PrivateFile.RealPathOf(_path);

    /// <summary>Opens the file, and checks that it is still the one at its path.</summary>
    /// <exception cref="EsmsOutboxLostException">It is another one. Anything written now would be lost, or sent again from the other file.</exception>
    /// <exception cref="IOException">The file has another name.</exception>
    public void EnsureInPlace()
    {
        _ = Writes;
        if (FindProblem() is { } problem)
            throw problem;
    }

    /// <summary>Finds out why the open file must not be used: an <see cref="EsmsOutboxLostException"/> if it is lost; null if it can be used.</summary>
    public IOException? FindProblem() => Volatile.Read(ref _files)?.FindProblem();

    /// <summary>
    /// Writes in one transaction. The check after the commit proves that the rows are in the file that other processes find. The check before it keeps
    /// this process from writing into a file that others write under another log, which would damage it.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written, or is lost; the message says why.</exception>
    public T Write<T>(Func<Database, T> work)
    {
        EnsureInPlace();
        T result;
        try
        {
            result = Writes.Transact(() => work(Writes));
        }
        catch (SqliteException exception)
        {
            throw FindProblem() ?? Explain(exception);
        }
        EnsureInPlace();
        return result;
    }

    /// <summary>Reads from the file that other processes find.</summary>
    /// <exception cref="IOException">The file cannot be read, or is lost; the message says why.</exception>
    public T Read<T>(Func<Database, T> work)
    {
        T result;
        try
        {
            result = work(Reads);
        }
        catch (SqliteException exception)
        {
            throw FindProblem() ?? Explain(exception);
        }
        return FindProblem() is EsmsOutboxLostException lost ? throw lost : result;
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
        Close(_reads);
        Close(_writes);
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
            EnsurePlace();
            var opened = OpenPrepared();
            Volatile.Write(ref database, opened);
            return opened;
        }
    }

    private void EnsurePlace()
    {
        OutboxPlace.EnsureOneName(_path);
        // Checked once: later an empty file may be one that this process created, with the lock already beside it.
        if (!_isPlaceKnown)
            OutboxPlace.EnsureUsable(_path);
        _isPlaceKnown = true;
    }

    private Database OpenPrepared()
    {
        var isCreated = PrivateFile.Create(_path);
        try
        {
            var opened = JournalSchema.Open(_path);
            try
            {
                NoteFiles(opened);
                return opened;
            }
            catch
            {
                opened.Abandon();
                throw;
            }
        }
        catch (SqliteException exception)
        {
            if (isCreated)
                DeleteEmpty();
            throw Explain(exception);
        }
    }

    /// <summary>Notes the files of the first connection. The second connection must have the same files.</summary>
    private void NoteFiles(Database opened)
    {
        var files = _files ?? OpenedFiles.Of(_path, opened.FileName);
        if (files.FindProblem() is { } problem)
            throw problem;
        Volatile.Write(ref _files, files);
    }

    /// <summary>Deletes the empty file again, because the next start would take it for an outbox that was emptied.</summary>
    private void DeleteEmpty()
    {
        try
        {
            if (new FileInfo(RealPath) is { Exists: true, Length: 0 } empty)
                empty.Delete();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The first error is reported.
        }
    }

    private void Close(Database? database)
    {
        if (FindProblem() is null)
            database?.Dispose();
        else
            database?.Abandon();
    }
}
