namespace Esms.Dispatching;

/// <summary>How long eSMS remembers a RequestId.</summary>
internal static class RequestIdWindow
{
    /// <summary>Clocks differ by so much at most, and a try takes its time.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Length = TimeSpan.FromHours(24) - Margin;

    /// <summary>
    /// Whether a repeat is refused for certain, if a try since then was accepted. A time that is still to come was told by a wrong clock, and tells
    /// nothing.
    /// </summary>
    public static bool Covers(DateTimeOffset? triedSince, DateTimeOffset now) =>
        triedSince is not { } since || (now - since < Length && since - now < Margin);
}
