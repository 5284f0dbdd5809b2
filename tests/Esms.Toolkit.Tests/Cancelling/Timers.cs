namespace Esms.Tests.Cancelling;

/// <summary>The timers of the whole process. To be asked while no other test runs.</summary>
internal static class Timers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static long Active => Timer.ActiveCount;

    /// <summary>Fails when there are more timers than before, and stay.</summary>
    public static async Task AssertNoneSinceAsync(long before, string where)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (Active > before && TimeProvider.System.GetElapsedTime(start) < Patience)
            await Task.Delay(1, CancellationToken.None);
        Assert.True(Active <= before, $"{Active - before} timers were left behind: {where}.");
    }
}
