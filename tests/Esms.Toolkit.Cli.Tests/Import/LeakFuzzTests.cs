using Esms.Toolkit.Fuzz.Leaks;

namespace Esms.Cli.Tests.Import;

/// <summary>A short run of the fuzzer of imports, which can be run for as long as one likes.</summary>
[FullRun("fuzzes")]
public sealed class LeakFuzzTests
{
    [Fact]
    public async Task No_secret_that_was_planted_in_what_is_imported_comes_out()
    {
        const int Count = 1500;
        using var fuzz = new LeakFuzz(20_260_101);

        await fuzz.RunAsync(0, Count);

        Assert.Empty(fuzz.Failures.Select(static failure => $"{failure.Index}: {failure.Cause}"));
        // They come as far as contracts, and are refused in both ways.
        Assert.All([0, 1, 2], code => Assert.InRange(fuzz.Codes[code], Count / 50, Count));
        Assert.InRange(fuzz.Planted, Count * 2, int.MaxValue);
    }
}
