namespace Esms.Dispatching.Tests.Kill;

/// <summary>Killed at any moment and started again, the sender sends every message once, and says of each what became of it.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Seed = 20261127;

    [Fact]
    public async Task Every_message_is_accepted_once_or_listed_whoever_looks_at_the_file_meanwhile()
    {
        var run = new KillRun(20_000, Kills: 20, Seed) { HasCompany = !OperatingSystem.IsWindows() };

        var tally = await run.RunAsync();

        output.WriteLine($"{run}: {tally}");
        Assert.Equal((20_000, run.Refused, 0, 0), (tally.Rows, tally.Refused, tally.SentTwice, tally.Wrong));
        Assert.Equal(20_000 - run.Refused, tally.Accepted + tally.Unknown);
        // Or no answer would have been lost, and no process killed at work.
        Assert.True(tally.AlreadyAccepted > 500, $"{tally}");
    }

    [Fact]
    public async Task With_another_id_in_each_try_messages_are_sent_twice_and_this_test_sees_it()
    {
        var tally = await new KillRun(2_000, Kills: 3, Seed).RunAsync("--new-id-per-try");

        output.WriteLine($"{tally}");
        Assert.True(tally.SentTwice > 20, $"{tally}");
    }
}
