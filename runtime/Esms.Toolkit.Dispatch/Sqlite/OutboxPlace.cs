using Esms.Storage;

namespace Esms.Dispatching.Sqlite;

/// <summary>Checks the path of an outbox before SQLite opens it.</summary>
internal static class OutboxPlace
{
    /// <summary>The smallest page of SQLite. It takes a file of a few bytes for an empty one, and overwrites it.</summary>
    private const int SmallestPage = 512;

    /// <summary>Refuses a path at which SQLite would create a new outbox although there was one, or another file.</summary>
    /// <exception cref="InvalidDataException">The outbox is lost, and a new one would send messages again; or it is another file.</exception>
    public static void EnsureUsable(string path)
    {
        path = PrivateFile.RealPathOf(path);
        var file = FileStatus.Find(path);
        if (file is { Size: > 0 and < SmallestPage })
            throw new InvalidDataException($"{path} is not an outbox.");
        if (file is { Size: > 0 })
            return;
        var state = file is null ? "is gone" : "is empty";
        // The lock file remains when an outbox whose campaigns are over is deleted with its log.
        foreach (var other in file is null ? (ReadOnlySpan<string>)["-wal"] : ["-wal", "-shm", "-worker"])
        {
            if (FileStatus.Find(path + other) is not null)
                throw new InvalidDataException(
                    $"{path} {state}, but {path}{other} shows that there was an outbox. A new one would not know what was sent. Restore the file; "
                        + $"or, to start with an empty outbox, delete {path} and the -wal, -shm and -worker files beside it."
                );
        }
    }

    /// <summary>
    /// Refuses a file with two names. SQLite keeps the log beside the name, so such a file has two logs and two locks, and messages are lost.
    /// </summary>
    /// <exception cref="IOException">The file has another name.</exception>
    public static void EnsureOneName(string path)
    {
        if (FileStatus.Find(path) is { } file && FindOtherName(path, file) is { } problem)
            throw problem;
    }

    /// <inheritdoc cref="EnsureOneName"/>
    /// <returns>Null if there is no other name.</returns>
    public static IOException? FindOtherName(string path, FileStatus file) =>
        file switch
        {
            { Links: > 1 } => new IOException(
                $"The outbox {path} has another name: a hard link to it exists. Each name would have a log of its own, and messages would be lost. "
                    + "Delete the other name; use a symbolic link or a copy instead."
            ),
            { IsMounted: true } => new IOException(
                $"The outbox {path} is mounted as a single file, so other processes would use another log. Mount its folder instead."
            ),
            _ => null,
        };
}
