namespace Esms.Dispatching;

/// <summary>How long eSMS remembers a RequestId.</summary>
internal static class Memory
{
    /// <summary>24 hours, a little shortened: clocks differ, and a try takes its time.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromHours(24) - TimeSpan.FromMinutes(10);

    /// <summary>Whether a repeat is refused for certain, if a try since then was accepted.</summary>
    public static bool Holds(DateTimeOffset? triedSince, DateTimeOffset now) => triedSince is not { } since || now - since < Length;
}
