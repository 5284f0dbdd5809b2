using System.Globalization;
using Esms.Toolkit.Fuzz.Mutation;

namespace Esms.Toolkit.Fuzz.Runs;

/// <summary>Contracts that have a problem or compile: mutants made from a seed, or every name of every contract as every word of generated code.</summary>
internal static class ContractsRun
{
    public static int StartMutants(RunOptions options)
    {
        var corpus = Corpus.Load();
        var mutator = new ContractMutator(corpus, new Vocabulary(corpus), options.Seed);
        var fuzz = new ContractFuzz(mutator.Make, rootEvery: 8, corpus.Shared);
        return Start(fuzz, string.Create(CultureInfo.InvariantCulture, $"contracts seed {options.Seed}"), options.First, options.Count(200_000));
    }

    public static int StartNames(RunOptions options)
    {
        var corpus = Corpus.Load();
        var sweep = new NameSweep(corpus, new Vocabulary(corpus));
        return Start(new ContractFuzz(sweep.Make, rootEvery: 1, corpus.Shared), "names", options.First, options.Count(sweep.Count - options.First));
    }

    private static int Start(ContractFuzz fuzz, string run, int first, int count)
    {
        var reported = 0;
        using var watchdog = new Watchdog(contract =>
        {
            Report(run, new FuzzFailure(-1, "Hanging", contract));
            Environment.Exit(1);
        });
        fuzz.Run(first, count, watchdog, ReportProgress);
        ReportProgress();
        return fuzz.Failures.Count == 0 ? 0 : 1;

        void ReportProgress()
        {
            foreach (var failure in fuzz.Failures.Skip(reported))
                Report(run, failure);
            reported = fuzz.Failures.Count;
            Console.WriteLine(fuzz.Counts);
        }
    }

    private static void Report(string run, FuzzFailure failure) =>
        Console.WriteLine($"{run}, index {failure.Index}: {failure.Cause}\n  {failure.Save(run)}");
}
