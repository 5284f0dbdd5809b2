using System.Buffers.Text;

namespace Esms.Dispatching;

/// <summary>How long the machine has been up, including sleep.</summary>
internal static class SystemUptime
{
    /// <summary>Linux counts sleep in this file, and in no timer that .NET reads. The timer on Windows includes it.</summary>
    private const string LinuxUptime = "/proc/uptime";

    private static readonly bool HasFile = OperatingSystem.IsLinux() && ReadFile() is not null;

    public static TimeSpan Read() => (HasFile ? ReadFile() : null) ?? TimeProvider.System.GetElapsedTime(0);

    private static TimeSpan? ReadFile()
    {
        try
        {
            using var file = File.OpenHandle(LinuxUptime);
            Span<byte> text = stackalloc byte[64];
            var length = RandomAccess.Read(file, text, 0);
            return Utf8Parser.TryParse(text[..length], out double seconds, out _) ? TimeSpan.FromSeconds(seconds) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
