using System.Globalization;

namespace Esms.Toolkit.Budgets.Measuring;

/// <summary>Holds each figure against its limit, prints it, and remembers whether all were kept.</summary>
internal sealed class Ledger(TextWriter output)
{
    private const int Tries = 3;

    public bool IsKept { get; private set; } = true;

    /// <summary>For sizes, bytes and counts, which come out the same each time.</summary>
    public void Add(string name, double value, double limit)
    {
        var isKept = value <= limit;
        IsKept &= isKept;
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"budget {name}: {value:0.###} (limit {limit:0.###}) {(isKept ? "ok" : "OVER")}")
        );
    }

    /// <summary>Prints what a ratio was made of.</summary>
    public void Note(FormattableString text) => output.WriteLine($"  {FormattableString.Invariant(text)}");

    /// <summary>For times, which other work on the machine can spoil: measured up to three times, and the best try counts.</summary>
    public void AddTiming(string name, double limit, Func<double> measure)
    {
        var best = double.PositiveInfinity;
        for (var i = 0; i < Tries && best > limit; i++)
            best = Math.Min(best, measure());
        Add(name, best, limit);
    }
}
