using System.Globalization;
using Esms.Toolkit.Fuzz.Answers;
using Esms.Toolkit.Fuzz.Answers.Mutation;

namespace Esms.Toolkit.Fuzz.Runs;

/// <summary>Mutants of the published answers, and of the published calls that eSMS makes.</summary>
internal static class AnswersRun
{
    public static int Start(RunOptions options)
    {
        var seed = options.Seed;
        var fuzz = new AnswerFuzz(new InputMutator(PublishedSamples.Load(), seed).Make);
        using var watchdog = new Watchdog(index =>
        {
            fuzz.Save(int.Parse(index, CultureInfo.InvariantCulture), "hanging", seed);
            Console.WriteLine($"seed {seed}, index {index}: hanging");
            Environment.Exit(1);
        });
        fuzz.Run(options.First, options.Count(1_000_000), watchdog);
        foreach (var (index, cause) in fuzz.Failures)
            Console.WriteLine($"seed {seed}, index {index}: {cause}\n  {fuzz.Save(index, cause, seed)}");
        Console.WriteLine(fuzz.Counts);
        return fuzz.Failures.Count == 0 ? 0 : 1;
    }
}
