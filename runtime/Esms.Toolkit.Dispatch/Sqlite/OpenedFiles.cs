namespace Esms.Dispatching.Sqlite;

/// <summary>
/// The files of an outbox as SQLite has them open: the main file, its log, and the shared memory. They are compared by inode, because a path proves
/// nothing: when a log is deleted, the next process creates another one at its path, and neither process sees what the other one writes.
/// </summary>
internal sealed class OpenedFiles
{
    private readonly string _path;
    private readonly OpenedFile _main;
    private readonly OpenedFile[] _others;
    private EsmsOutboxLostException? _lost;

    private OpenedFiles(string path, OpenedFile main, OpenedFile[] others) => (_path, _main, _others) = (path, main, others);

    /// <summary>Notes the files of a connection that has just been opened and has read something.</summary>
    /// <param name="path">The path of the outbox as it was given.</param>
    /// <param name="realPath">The path of the main file without links, as SQLite uses it.</param>
    /// <exception cref="EsmsOutboxLostException">
    /// They were replaced before they were noted, or another connection of this process uses older ones: SQLite shares the shared memory within a process.
    /// </exception>
    public static OpenedFiles Of(string path, string realPath)
    {
        var open = FilesOfProcess();
        var main = Note(realPath);
        // On Windows, a file that SQLite has open cannot be deleted, moved or replaced.
        return new OpenedFiles(path, main, OperatingSystem.IsWindows() ? [] : [Note(realPath + "-wal"), Note(realPath + "-shm")]);

        OpenedFile Note(string name) =>
            FileStatus.Find(name) is { } status && (open is null || open.Exists(status.IsSameFile))
                ? new OpenedFile(name, status)
                : throw new EsmsOutboxLostException(
                    path,
                    $"{name} was deleted or replaced, and this process still uses the old one. Restart the application."
                );
    }

    /// <summary>Finds out what is wrong with the files at their paths; null if they are the open ones.</summary>
    public IOException? FindProblem()
    {
        if (_lost is not null)
            return _lost;
        try
        {
            return FindProblemOfMain() ?? FindProblemOfOthers();
        }
        catch (IOException exception)
        {
            return exception;
        }
    }

    private IOException? FindProblemOfMain()
    {
        // A link may have been changed; the log is still beside the file that it led to.
        foreach (var path in _path == _main.Path ? (ReadOnlySpan<string>)[_path] : [_path, _main.Path])
        {
            if (FileStatus.Find(path) is not { } now)
                return Lost("was moved or deleted", "Put the file back");
            if (!now.IsSameFile(_main.Status))
                return Lost("was replaced by another file", "Put the first one back");
            if (now.Size == 0)
                return Lost("was emptied", "Restore a backup");
            if (OutboxPlace.FindOtherName(_path, now) is { } problem)
                return problem;
        }
        return null;
    }

    /// <summary>A main file without its log lacks the last commits, so this is final.</summary>
    private EsmsOutboxLostException? FindProblemOfOthers()
    {
        foreach (var (path, status) in _others)
        {
            if (FileStatus.Find(path) is { } now && now.IsSameFile(status))
                continue;
            return _lost = new EsmsOutboxLostException(
                _path,
                $"{path}, which belongs to the outbox {_path}, was deleted or replaced while it was in use. Nothing more is written. Restart the "
                    + "application, enqueue again what was enqueued last, and keep other programs from deleting the file."
            );
        }
        return null;
    }

    private EsmsOutboxLostException Lost(string what, string remedy) =>
        new(
            _path,
            $"The outbox {_path} {what} while it was in use. Nothing more is written. {remedy}, or restart the application to use what is there now."
        );

    /// <summary>All files that this process has open; null if the system does not list them.</summary>
    private static List<FileStatus>? FilesOfProcess()
    {
        const string Descriptors = "/dev/fd";
        try
        {
            if (OperatingSystem.IsWindows() || !Directory.Exists(Descriptors))
                return null;
            var files = new List<FileStatus>();
            foreach (var descriptor in Directory.EnumerateFileSystemEntries(Descriptors))
            {
                if (TryFind(descriptor) is { } status)
                    files.Add(status);
            }
            return files;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Null if another thread has closed the file.</summary>
    private static FileStatus? TryFind(string descriptor)
    {
        try
        {
            return FileStatus.Find(descriptor);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private sealed record OpenedFile(string Path, FileStatus Status);
}
