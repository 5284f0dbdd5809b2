namespace Esms.Dispatching.Tests.Kill;

/// <summary>Killed at any moment and started again, the sender sends every message once, and says of each what became of it.</summary>
[FullRun("kills processes")]
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Seed = 20261127;

    [Fact]
    public async Task Every_message_is_accepted_once_or_listed_whoever_looks_at_the_file_and_sets_the_clock_meanwhile()
    {
        var run = new KillRun(20_000, Kills: 20, Seed) { HasCompany = !OperatingSystem.IsWindows(), HasClockSteps = true };

        var tally = await run.RunAsync();

        output.WriteLine($"{run}: {tally}");
        Assert.Equal((20_000, run.Refused, 0, 0), (tally.Rows, tally.Refused, tally.SentTwice, tally.Wrong));
        Assert.Equal(20_000 - run.Refused, tally.Accepted + tally.Unknown);
        // Or no answer would have been lost, and no process killed at work.
        Assert.True(tally.AlreadyAccepted > 500, $"{tally}");
    }

    [Fact]
    public async Task What_may_have_been_sent_before_a_day_off_is_listed_and_not_sent_again()
    {
        var tally = await new KillRun(4_000, Kills: 7, Seed) { HasClockSteps = true, HasDaysOff = true }.RunAsync();

        output.WriteLine($"{tally}");
        Assert.Equal((4_000, 4_000, 0, 0), (tally.Rows, tally.Accepted + tally.Refused + tally.Unknown, tally.SentTwice, tally.Wrong));
        Assert.InRange(tally.Unknown, 1, 1_000);
    }

    [Fact]
    public async Task With_another_id_in_each_try_messages_are_sent_twice_and_this_test_sees_it()
    {
        var tally = await new KillRun(2_000, Kills: 3, Seed).RunAsync("--new-id-per-try");

        output.WriteLine($"{tally}");
        Assert.True(tally.SentTwice > 20, $"{tally}");
    }
}
