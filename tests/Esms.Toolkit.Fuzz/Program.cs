using System.Globalization;
using Esms.Toolkit.Fuzz;
using Esms.Toolkit.Fuzz.Mutation;

// contracts: mutants of contracts, made by chance from a seed. names: every name of every contract becomes every word of generated code.
if (args is not ["contracts" or "names", .. var options] || options.Length % 2 != 0)
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/Esms.Toolkit.Fuzz -- contracts|names [--seed 1] [--first 0] [--count 200000]");
    return 2;
}

var corpus = Corpus.Load();
var vocabulary = new Vocabulary(corpus);
var sweep = new NameSweep(corpus, vocabulary);
var byChance = args[0] == "contracts";
var seed = Option("--seed", 1);
var run = byChance ? string.Create(CultureInfo.InvariantCulture, $"contracts seed {seed}") : "names";
var first = Option("--first", 0);
var count = Option("--count", byChance ? 200_000 : sweep.Count - first);

var fuzz = byChance
    ? new ContractFuzz(new ContractMutator(corpus, vocabulary, seed).Make, rootEvery: 8, corpus.Shared)
    : new ContractFuzz(sweep.Make, rootEvery: 1, corpus.Shared);
using var watchdog = new Watchdog(contract =>
{
    Report(new FuzzFailure(-1, "Hanging", contract));
    Environment.Exit(1);
});
var reported = 0;
fuzz.Run(first, count, watchdog, ReportProgress);
ReportProgress();
return fuzz.Failures.Count == 0 ? 0 : 1;

int Option(string name, int otherwise) =>
    Array.IndexOf(options, name) is var at and >= 0 ? int.Parse(options[at + 1], CultureInfo.InvariantCulture) : otherwise;

void ReportProgress()
{
    foreach (var failure in fuzz.Failures.Skip(reported))
        Report(failure);
    reported = fuzz.Failures.Count;
    Console.WriteLine(fuzz.Counts);
}

void Report(FuzzFailure failure) => Console.WriteLine($"{run}, index {failure.Index}: {failure.Cause}\n  {failure.Save(run)}");
