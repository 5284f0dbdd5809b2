using System.Runtime.InteropServices;
using SQLitePCL;

namespace Esms.Storage;

/// <summary>What SQLite offers and its .NET library does not.</summary>
internal static class NativeMethods
{
    /// <summary>SQLITE_FCNTL_HAS_MOVED.</summary>
    private const int HasMoved = 20;

    /// <summary>Whether the main file of a connection is no longer the one at its path.</summary>
    public static bool IsFileMoved(sqlite3 database)
    {
        var isHeld = false;
        try
        {
            database.DangerousAddRef(ref isHeld);
            return FileControl(database.DangerousGetHandle(), IntPtr.Zero, HasMoved, out var hasMoved) == raw.SQLITE_OK && hasMoved != 0;
        }
        finally
        {
            if (isHeld)
                database.DangerousRelease();
        }
    }

#pragma warning disable CA5392 // The library lies beside the application, where .NET looks by default, and is loaded when this is called.
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
    private static extern int FileControl(IntPtr database, IntPtr name, int operation, out int result);
#pragma warning restore CA5392
}
