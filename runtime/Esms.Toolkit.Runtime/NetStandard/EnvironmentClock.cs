using System.Diagnostics;

namespace Esms.Runtime;

/// <summary>The clock that .NET has in <see cref="Environment"/>. <see cref="Environment.TickCount"/> would start anew every 49 days.</summary>
internal static class EnvironmentClock
{
    private static readonly double MillisecondsPerTick = 1000.0 / Stopwatch.Frequency;

    extension(Environment)
    {
        public static long TickCount64 => (long)(Stopwatch.GetTimestamp() * MillisecondsPerTick);
    }
}
