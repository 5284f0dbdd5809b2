using System.Runtime.InteropServices;

namespace Esms.Dispatching.Sqlite;

/// <summary>Identifies the file at a path, without opening it: closing it would drop the locks that SQLite holds on it.</summary>
/// <param name="Device">The volume.</param>
/// <param name="Inode">The number of the file on its volume.</param>
/// <param name="Links">How many names it has.</param>
/// <param name="IsMounted">Whether this name is a mount of the file alone, so that it may have another name elsewhere.</param>
/// <param name="Size">How many bytes it has.</param>
internal readonly record struct FileStatus(ulong Device, ulong Inode, uint Links, bool IsMounted, long Size)
{
    /// <summary>ENOENT.</summary>
    public const int NoSuchFile = 2;
    private const int NotADirectory = 20;

    public bool IsSameFile(FileStatus other) => (Device, Inode) == (other.Device, other.Inode);

    /// <summary>Finds the file at a path, through links; null if there is none.</summary>
    /// <exception cref="IOException">The path cannot be reached.</exception>
    public static FileStatus? Find(string path)
    {
        if (OperatingSystem.IsWindows())
            return FindOnWindows(path);
        FileStatus? found;
        if (OperatingSystem.IsMacOS() ? NativeMethods.IsFoundOnMac(path, out found) : NativeMethods.IsFoundOnLinux(path, out found))
            return found;
        return Marshal.GetLastPInvokeError() switch
        {
            NoSuchFile or NotADirectory => null,
            var error => throw new IOException($"{path} cannot be reached: {Marshal.GetPInvokeErrorMessage(error)}."),
        };
    }

    /// <summary>Opens the file, because on Windows closing it drops no locks.</summary>
    private static FileStatus? FindOnWindows(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return NativeMethods.FindOnWindows(file);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
