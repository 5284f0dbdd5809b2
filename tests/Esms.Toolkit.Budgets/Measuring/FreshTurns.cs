using System.Diagnostics;

namespace Esms.Toolkit.Budgets.Measuring;

/// <summary>Measures work that can be done only once, as the first run of a generator: each turn gets it anew, made while no clock runs.</summary>
internal static class FreshTurns
{
    private const int Rounds = 11;

    /// <summary>The median, over turns, of the time of one over the time of the other.</summary>
    /// <param name="ours">Makes a piece of work that was never done.</param>
    /// <param name="theirs">The same, to compare with.</param>
    /// <param name="note">Takes the median times of both, in milliseconds.</param>
    /// <param name="rounds">How many turns; fewer for work that takes seconds, and is steadier for it.</param>
    public static double TimeRatio(Func<Action> ours, Func<Action> theirs, Action<double, double> note, int rounds = Rounds)
    {
        for (var i = 0; i < (rounds + 1) / 2; i++)
        {
            Time(ours);
            Time(theirs);
        }
        var turns = new (double Ours, double Theirs)[rounds];
        for (var i = 0; i < rounds; i++)
        {
            var first = Time(i % 2 == 0 ? ours : theirs);
            var second = Time(i % 2 == 0 ? theirs : ours);
            turns[i] = i % 2 == 0 ? (first, second) : (second, first);
        }
        note(SideBySide.MedianOf(turns.Select(static turn => turn.Ours)), SideBySide.MedianOf(turns.Select(static turn => turn.Theirs)));
        return SideBySide.MedianOf(turns.Select(static turn => turn.Ours / turn.Theirs));
    }

    private static double Time(Func<Action> make)
    {
        var work = make();
        // What the last turn left behind is no cost of this one.
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
