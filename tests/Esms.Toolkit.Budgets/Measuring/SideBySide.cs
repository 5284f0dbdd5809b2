using System.Diagnostics;

namespace Esms.Toolkit.Budgets.Measuring;

/// <summary>
/// Measures two pieces of work in one run, in turns, so that whatever else the machine does falls on both. What comes out is a ratio.
/// </summary>
internal static class SideBySide
{
    /// <summary>The median, over many short turns, of the time of one over the time of the other.</summary>
    public static double TimeRatio(Action ours, Action theirs, Pace? pace = null)
    {
        var (rounds, warmUp, slice, _) = pace ?? Pace.Alone;
        WarmUp(ours, theirs, warmUp);
        var times = Math.Max(1, Repeat(theirs, warmUp) * slice.Ticks / warmUp.Ticks);
        var ratios = new double[rounds];
        for (var round = 0; round < rounds; round++)
        {
            // Who goes first changes, for the first of the two finds the caches as the other left them.
            var isOursFirst = round % 2 == 0;
            var first = Time(isOursFirst ? ours : theirs, times);
            var second = Time(isOursFirst ? theirs : ours, times);
            ratios[round] = isOursFirst ? (double)first / second : (double)second / first;
        }
        return MedianOf(ratios);
    }

    /// <summary>The bytes that one run allocates on this thread, after everything that is made once is there.</summary>
    public static double BytesOf(Action work, Pace? pace = null)
    {
        var (_, warmUp, _, runs) = pace ?? Pace.Alone;
        Repeat(work, warmUp);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < runs; i++)
            work();
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / runs;
    }

    public static double MedianOf(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    /// <summary>
    /// With a rest behind each round, for the compiler makes its better code in the background, and anew from what it sees of the first.
    /// </summary>
    private static void WarmUp(Action ours, Action theirs, TimeSpan duration)
    {
        const int Rounds = 8;
        for (var round = 0; round < Rounds; round++)
        {
            Repeat(ours, duration / Rounds * 2);
            Repeat(theirs, duration / Rounds * 2);
            Thread.Sleep(duration / Rounds * 2);
        }
    }

    private static long Time(Action work, long times)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0L; i < times; i++)
            work();
        return Stopwatch.GetTimestamp() - start;
    }

    /// <returns>How often it ran.</returns>
    private static long Repeat(Action work, TimeSpan duration)
    {
        var start = Stopwatch.GetTimestamp();
        var times = 0L;
        for (; Stopwatch.GetElapsedTime(start) < duration; times++)
            work();
        return times;
    }
}
