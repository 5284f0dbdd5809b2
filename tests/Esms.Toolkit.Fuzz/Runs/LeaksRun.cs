using Esms.Toolkit.Fuzz.Leaks;

namespace Esms.Toolkit.Fuzz.Runs;

/// <summary>Secrets in commands, pages and answers, which no import may give away.</summary>
internal static class LeaksRun
{
    public static int Start(RunOptions options)
    {
        using var leaks = new LeakFuzz(options.Seed);
        leaks.RunAsync(options.First, options.Count(100_000)).GetAwaiter().GetResult();
        foreach (var failure in leaks.Failures.Take(50))
            Console.WriteLine($"index {failure.Index}: {failure.Cause}\n  {failure.Save("leaks")}");
        Console.WriteLine(leaks);
        return leaks.Failures.Count == 0 ? 0 : 1;
    }
}
