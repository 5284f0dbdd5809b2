using System.Globalization;
using Esms.Toolkit.Fuzz;
using Esms.Toolkit.Fuzz.Leaks;
using Esms.Toolkit.Fuzz.Mutation;
using Esms.Toolkit.Fuzz.Schema;

// contracts: mutants of contracts, made by chance from a seed. names: every name of every contract becomes every word of generated code.
// leaks: secrets in commands, pages and answers, which no import may give away.
// schema: mutants with the verdict of the checker, for tests/Schema/check.mjs.
if (args is not ["contracts" or "names" or "leaks" or "schema", .. var options] || options.Length % 2 != 0)
{
    Console.Error.WriteLine(
        "dotnet run -c Release --project tests/Esms.Toolkit.Fuzz -- contracts|names|leaks|schema [--seed 1] [--first 0] [--count 200000]"
    );
    return 2;
}

if (args[0] == "leaks")
    return FuzzLeaks();

var corpus = Corpus.Load();
var vocabulary = new Vocabulary(corpus);
if (args[0] == "schema")
{
    var file = Path.Combine(Directory.CreateDirectory(Path.Combine(Corpus.Root, "artifacts", "schema")).FullName, "mutants.ndjson");
    var mutants = new SchemaInputs(corpus, new ContractMutator(corpus, vocabulary, Option("--seed", 1)));
    Console.WriteLine($"{mutants.Write(file, Option("--first", 0), Option("--count", 100_000))} mutants are in {file}.");
    return 0;
}
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

int FuzzLeaks()
{
    using var leaks = new LeakFuzz(Option("--seed", 1));
    leaks.RunAsync(Option("--first", 0), Option("--count", 100_000)).GetAwaiter().GetResult();
    foreach (var failure in leaks.Failures.Take(50))
        Console.WriteLine($"index {failure.Index}: {failure.Cause}\n  {failure.Save("leaks")}");
    Console.WriteLine(leaks);
    return leaks.Failures.Count == 0 ? 0 : 1;
}

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
