namespace Esms.Dispatching;

/// <summary>How long a pause lasts.</summary>
internal static class PauseLength
{
    /// <summary>Twice as long as the one before, up to a limit.</summary>
    /// <param name="before">How many pauses came before in a row.</param>
    /// <param name="bounds">The first and the longest pause.</param>
    public static TimeSpan Of(int before, (TimeSpan First, TimeSpan Longest) bounds)
    {
        var length = bounds.First * Math.Pow(2, Math.Min(before, 16));
        return length < bounds.Longest ? length : bounds.Longest;
    }
}
