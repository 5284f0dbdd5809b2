using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Esms.Dispatching.Sqlite;

/// <summary>File information that .NET does not have: the inode and the number of hard links.</summary>
internal static class NativeMethods
{
    private const int CurrentFolder = -100;
    private const uint BasicStatus = 0x7FF;
    private const ulong MountRoot = 0x2000;
    private const int NotPermitted = 1;
    private const int NoSuchCall = 38;

    /// <returns>False if the call failed; the last P/Invoke error says why.</returns>
    public static bool IsFoundOnLinux(string path, out FileStatus? found)
    {
        found = null;
        try
        {
            if (Statx(CurrentFolder, Native(path), 0, BasicStatus, out var status) == 0)
                found = new FileStatus(
                    ((ulong)status.DeviceMajor << 32) | status.DeviceMinor,
                    status.Inode,
                    status.Links,
                    (status.Attributes & MountRoot) != 0,
                    status.Size
                );
            else if (Marshal.GetLastPInvokeError() is NotPermitted or NoSuchCall)
                found = FindByName(path);
            return found is not null;
        }
        catch (EntryPointNotFoundException)
        {
            return (found = FindByName(path)) is not null;
        }
    }

    /// <inheritdoc cref="IsFoundOnLinux"/>
    public static bool IsFoundOnMac(string path, out FileStatus? found)
    {
        var result =
            RuntimeInformation.ProcessArchitecture == Architecture.Arm64
                ? StatOnMac(Native(path), out var status)
                : StatOnOlderMac(Native(path), out status);
        found = result == 0 ? new FileStatus((uint)status.Device, status.Inode, status.Links, false, status.Size) : null;
        return result == 0;
    }

    public static FileStatus? FindOnWindows(SafeFileHandle file) =>
        GetFileInformationByHandle(file, out var status)
            ? new FileStatus(
                status.Volume,
                ((ulong)status.IndexHigh << 32) | status.IndexLow,
                status.Links,
                false,
                ((long)status.SizeHigh << 32) | status.SizeLow
            )
            : throw new IOException(Marshal.GetLastPInvokeErrorMessage(), Marshal.GetHRForLastWin32Error());

    private static byte[] Native(string path) => Encoding.UTF8.GetBytes(path + '\0');

    /// <summary>Where the call is unknown or forbidden, only the existence of the file is known.</summary>
    private static FileStatus? FindByName(string path)
    {
        var file = new FileInfo(path);
        FileStatus? found = file.Exists ? new FileStatus(0, 0, 1, false, file.Length) : null;
        Marshal.SetLastPInvokeError(FileStatus.NoSuchFile);
        return found;
    }

#pragma warning disable CA5392 // Libraries of the system.
    [DllImport("libc", EntryPoint = "statx", SetLastError = true, ExactSpelling = true)]
    private static extern int Statx(int folder, byte[] path, int flags, uint mask, out LinuxStatus status);

    [DllImport("libc", EntryPoint = "stat", SetLastError = true, ExactSpelling = true)]
    private static extern int StatOnMac(byte[] path, out MacStatus status);

    [DllImport("libc", EntryPoint = "stat$INODE64", SetLastError = true, ExactSpelling = true)]
    private static extern int StatOnOlderMac(byte[] path, out MacStatus status);

    [DllImport("kernel32", SetLastError = true, ExactSpelling = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetFileInformationByHandle(SafeFileHandle file, out WindowsStatus status);
#pragma warning restore CA5392

    /// <summary>struct statx, which is the same on all processors.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct LinuxStatus
    {
        [FieldOffset(8)]
        public readonly ulong Attributes;

        [FieldOffset(16)]
        public readonly uint Links;

        [FieldOffset(32)]
        public readonly ulong Inode;

        [FieldOffset(40)]
        public readonly long Size;

        [FieldOffset(136)]
        public readonly uint DeviceMajor;

        [FieldOffset(140)]
        public readonly uint DeviceMinor;
    }

    /// <summary>struct stat with inodes of 64 bits.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 144)]
    private readonly struct MacStatus
    {
        [FieldOffset(0)]
        public readonly int Device;

        [FieldOffset(6)]
        public readonly ushort Links;

        [FieldOffset(8)]
        public readonly ulong Inode;

        [FieldOffset(96)]
        public readonly long Size;
    }

    /// <summary>BY_HANDLE_FILE_INFORMATION.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 52)]
    private readonly struct WindowsStatus
    {
        [FieldOffset(28)]
        public readonly uint Volume;

        [FieldOffset(32)]
        public readonly uint SizeHigh;

        [FieldOffset(36)]
        public readonly uint SizeLow;

        [FieldOffset(40)]
        public readonly uint Links;

        [FieldOffset(44)]
        public readonly uint IndexHigh;

        [FieldOffset(48)]
        public readonly uint IndexLow;
    }
}
