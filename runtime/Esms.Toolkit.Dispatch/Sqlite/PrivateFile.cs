namespace Esms.Dispatching.Sqlite;

/// <summary>Files that only their owner can read: phone numbers and texts are in them. SQLite gives the files beside one the same permissions.</summary>
internal static class PrivateFile
{
    /// <summary>Creates an empty file. One that exists is left alone, and is not opened.</summary>
    public static void CreateIfMissing(string path)
    {
        if (File.Exists(path))
            return;
        try
        {
            Open(path, FileMode.CreateNew, FileShare.ReadWrite | FileShare.Delete).Dispose();
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was faster.
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
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
