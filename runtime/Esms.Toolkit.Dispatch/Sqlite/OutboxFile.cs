using Esms.Storage;

namespace Esms.Dispatching.Sqlite;

/// <summary>
/// The file of an outbox, opened when it is first needed, with one connection for all writes and one for all reads of this process.
/// </summary>
internal sealed class OutboxFile : IDisposable
{
    private readonly string _path;
    private readonly SemaphoreSlim _news = new(0);
    private readonly Lazy<Database> _writes;
    private readonly Lazy<Database> _reads;

    public OutboxFile(string path)
    {
        _path = Path.GetFullPath(path);
        _writes = new(Open);
        _reads = new(Open);
    }

    public Database Writes => _writes.Value;

    public Database Reads => _reads.Value;

    /// <summary>The file that the process which sends holds: by its real name, for the same outbox could be known by another.</summary>
    public string LockPath => (File.ResolveLinkTarget(_path, returnFinalTarget: true)?.FullName ?? _path) + "-worker";

    /// <summary>Makes a file that nobody but its owner can read, when there is none.</summary>
    public static FileStream OpenPrivate(string path, FileShare share)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = share,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    /// <summary>Tells the worker of this process that there is something to do.</summary>
    public void Notify() => _news.Release();

    /// <summary>Waits for something to do, for a while.</summary>
    public async Task WaitAsync(TimeSpan atMost)
    {
        await _news.WaitAsync(atMost).ConfigureAwait(false);
        while (_news.Wait(0))
        {
            // However many told of it, the journal is looked at once.
        }
    }

    public void Dispose()
    {
        if (_reads.IsValueCreated)
            _reads.Value.Dispose();
        if (_writes.IsValueCreated)
            _writes.Value.Dispose();
        _news.Dispose();
    }

    /// <summary>Phone numbers and texts are in there, and SQLite gives the files beside it the permissions of this one.</summary>
    private Database Open()
    {
        PrivateFile.Create(_path);
        return JournalSchema.Open(_path);
    }
}
