using Esms.Toolkit.Hostile.Sends;

namespace Esms.Tests.Sending;

/// <summary>A short run of tests/Esms.Toolkit.Hostile, which can be run for as long as one likes.</summary>
[FullRun("floods a service that breaks")]
public sealed class HostileTests
{
    private const int Count = 1000;

    [Fact]
    public async Task Nothing_is_sent_twice_or_lost_whatever_breaks()
    {
        var counts = await new SendsRun(Seed: 7, Count, InFlight: 64, WithoutKey: false).RunAsync();

        Assert.True(counts.IsRight, $"{counts}\n{string.Join('\n', counts.Wrong)}");
        Assert.Equal(Count, counts.Sends);

        // Each ending is there, so none is right only because it does not come up.
        Assert.All([Ending.Accepted, Ending.AlreadyAccepted, Ending.Refused, Ending.NotSent], ending => Assert.NotEqual(0, counts.Of(ending)));
        Assert.NotEqual(0, counts.Unknown);
    }

    /// <summary>A test of the test: a client that repeated without a key would be found.</summary>
    [Fact]
    public async Task Without_the_key_the_run_finds_what_was_sent_twice()
    {
        var counts = await new SendsRun(Seed: 7, Count, InFlight: 64, WithoutKey: true).RunAsync();

        Assert.False(counts.IsRight);
        Assert.InRange(counts.Twice, Count / 50, Count);
    }
}
