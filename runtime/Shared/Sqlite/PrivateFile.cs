namespace Esms.Storage;

/// <summary>
/// Database files that nobody but their owner can read, because phone numbers and texts are in them. SQLite gives the files beside a database its
/// permissions.
/// </summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    /// <summary>Makes the file when there is none. One that is there is not opened: closing it would drop the locks that SQLite has on it in this process.</summary>
    /// <returns>Whether it was made.</returns>
    public static bool Create(string path)
    {
        path = RealPathOf(path);
        if (File.Exists(path))
            return false;
        try
        {
            Open(path, FileMode.CreateNew, FileShare.ReadWrite | FileShare.Delete).Dispose();
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first.
            return false;
        }
    }

    /// <summary>Takes the rights of others away from a file that was made elsewhere, and from those that SQLite keeps beside it.</summary>
    public static void Tighten(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        path = RealPathOf(path);
        foreach (var file in (ReadOnlySpan<string>)[path, $"{path}-wal", $"{path}-shm", $"{path}-journal"])
        {
            try
            {
                if (File.Exists(file) && File.GetUnixFileMode(file) is var mode && (mode & Others) != 0)
                    File.SetUnixFileMode(file, mode & ~Others);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It is gone, or somebody else's, who decides who reads it.
            }
        }
    }

    /// <summary>Opens a file, which is created when it is missing, and keeps others from opening it.</summary>
    /// <exception cref="IOException">Another one has it open, or it cannot be created.</exception>
    public static FileStream Hold(string path) => Open(path, FileMode.OpenOrCreate, FileShare.None);

    private static FileStream Open(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = share,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new FileStream(path, options);
    }

    /// <summary>The file that a link leads to; the path itself when it is no link.</summary>
    public static string RealPathOf(string path) =>
        new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : path;
}
