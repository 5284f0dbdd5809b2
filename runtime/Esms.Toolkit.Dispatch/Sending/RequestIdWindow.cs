namespace Esms.Dispatching;

/// <summary>The time for which eSMS remembers a RequestId.</summary>
internal static class RequestIdWindow
{
    /// <summary>Clocks differ by at most this much, and an attempt takes time.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Length = TimeSpan.FromHours(24) - Margin;

    /// <summary>
    /// Whether eSMS certainly refuses a duplicate if an attempt since then was accepted. A time in the future comes from a wrong clock and is not
    /// trusted.
    /// </summary>
    public static bool Covers(DateTimeOffset? triedSince, DateTimeOffset now) =>
        triedSince is not { } since || (now - since < Length && since - now < Margin);
}
