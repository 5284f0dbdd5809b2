using System.Globalization;
using Esms.Toolkit.AnswerFuzz;
using Esms.Toolkit.AnswerFuzz.Mutation;
using Esms.Toolkit.Fuzz;

if (args.Length % 2 != 0)
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/Esms.Toolkit.AnswerFuzz -- [--seed 1] [--first 0] [--count 1000000]");
    return 2;
}

var seed = Option("--seed", 1);
var fuzz = new AnswerFuzz(new InputMutator(PublishedSamples.Load(), seed).Make);
using var watchdog = new Watchdog(index =>
{
    fuzz.Save(int.Parse(index, CultureInfo.InvariantCulture), "hanging", seed);
    Console.WriteLine($"seed {seed}, index {index}: hanging");
    Environment.Exit(1);
});
fuzz.Run(Option("--first", 0), Option("--count", 1_000_000), watchdog);
foreach (var (index, cause) in fuzz.Failures)
    Console.WriteLine($"seed {seed}, index {index}: {cause}\n  {fuzz.Save(index, cause, seed)}");
Console.WriteLine(fuzz.Counts);
return fuzz.Failures.Count == 0 ? 0 : 1;

int Option(string name, int otherwise) =>
    Array.IndexOf(args, name) is var at and >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
