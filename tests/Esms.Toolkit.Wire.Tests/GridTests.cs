using System.Diagnostics;
using Esms.Wire.Tests.Grid;
using Esms.Wire.Tests.Handlers;
using Esms.Wire.Tests.Service;

namespace Esms.Wire.Tests;

/// <summary>Everything that stands around a client, crossed with everything that a service does.</summary>
public sealed class GridTests
{
    [Fact]
    [FullRun("makes 81,312 calls")]
    public async Task Whatever_stands_around_the_client_its_promises_hold()
    {
        var begun = Stopwatch.GetTimestamp();
        var verdicts = await new GridRun(Roads.All, Steps.All).RunAsync(Fault.All, Kind.All);

        Assert.Equal(Roads.All.Count * Steps.All.Count * Fault.All.Count * Kind.All.Count * 2, verdicts.Count);
        TestContext.Current.TestOutputHelper!.WriteLine(Report.Of(verdicts, Stopwatch.GetElapsedTime(begun)));
        Assert.True(verdicts.All(static verdict => verdict.Wrong() is null), Report.OfWrong(verdicts));
        // None is right only because it never comes up.
        Assert.All(
            [Ending.Accepted, Ending.Refused, Ending.Unknown, Ending.NotSent, Ending.CanceledOut, Ending.CanceledUnsent],
            ending => Assert.Contains(verdicts, verdict => verdict.Ending == ending && verdict.Call.Kind.Repeat != Repeat.Safe)
        );
    }
}
