using System.Collections.Concurrent;
using System.Globalization;

namespace Esms.Cli.Tests.SendingMany.Stories;

/// <summary>
/// <c>esms send-many</c> as people use it, at a terminal, in random stories: nothing goes out that was not announced, nobody gets two messages without a
/// choice that says so, and no text goes out that was replaced. ESMS_STORIES is how many are played.
/// </summary>
[FullRun("needs script of util-linux")]
public sealed class StoryTests
{
    private static int Count =>
        int.TryParse(Environment.GetEnvironmentVariable("ESMS_STORIES"), CultureInfo.InvariantCulture, out var count) ? count : 24;

    [Fact]
    public async Task What_goes_out_is_what_was_announced_whatever_a_person_does()
    {
        if (!PseudoTerminal.IsThere)
            Assert.Skip("There is no script of util-linux on this machine.");
        var runs = new ConcurrentBag<(int ExitCode, int Sent)>();
        await Parallel.ForEachAsync(
            Enumerable.Range(1, Count),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = TestContext.Current.CancellationToken },
            async (seed, _) =>
            {
                foreach (var run in await Story.PlayAsync(seed))
                    runs.Add(run);
            }
        );

        // The stories are about something: files that went out, that were cut off, refused and declined.
        foreach (var exitCode in (int[])[0, 2, 7, 130, 137])
            Assert.Contains(runs, run => run.ExitCode == exitCode);
        Assert.Contains(runs, static run => run is { ExitCode: 0, Sent: > 0 });
        Assert.Contains(runs, static run => run is { ExitCode: 130, Sent: > 0 });
        TestContext.Current.SendDiagnosticMessage(
            string.Join(
                ", ",
                runs.CountBy(static run => run.ExitCode)
                    .OrderBy(static pair => pair.Key)
                    .Select(static pair => $"{pair.Value} runs ended with {pair.Key}")
            )
        );
    }
}
