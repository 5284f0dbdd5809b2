namespace Esms.Toolkit.Budgets.Measuring;

/// <summary>How long two pieces of work are held side by side.</summary>
/// <param name="Rounds">How many turns each has.</param>
/// <param name="WarmUp">How long each runs before.</param>
/// <param name="Slice">How long a turn is.</param>
/// <param name="Runs">How often it runs where bytes are counted.</param>
internal sealed record Pace(int Rounds, TimeSpan WarmUp, TimeSpan Slice, int Runs)
{
    /// <summary>For a ratio that is a figure by itself.</summary>
    public static Pace Alone { get; } = new(61, TimeSpan.FromMilliseconds(600), TimeSpan.FromMilliseconds(8), 2000);

    /// <summary>For a ratio that is one of many behind a figure. What it measures must be warm.</summary>
    public static Pace OneOfMany { get; } = new(15, TimeSpan.FromMilliseconds(3), TimeSpan.FromMilliseconds(1), 200);
}
