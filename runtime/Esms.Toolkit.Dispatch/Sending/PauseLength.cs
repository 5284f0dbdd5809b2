namespace Esms.Dispatching;

/// <summary>The length of a pause.</summary>
internal static class PauseLength
{
    /// <summary>Returns twice the length of the pause before, up to a limit.</summary>
    /// <param name="before">How many pauses came before in a row.</param>
    /// <param name="limits">The first and the longest pause.</param>
    public static TimeSpan Of(int before, (TimeSpan First, TimeSpan Longest) limits)
    {
        var length = limits.First * Math.Pow(2, Math.Min(before, 16));
        return length < limits.Longest ? length : limits.Longest;
    }
}
