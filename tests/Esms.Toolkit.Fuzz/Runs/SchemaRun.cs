using Esms.Toolkit.Fuzz.Mutation;
using Esms.Toolkit.Fuzz.Schema;

namespace Esms.Toolkit.Fuzz.Runs;

/// <summary>Mutants of contracts with the verdict of the checker, in a file for tests/Schema/check.mjs.</summary>
internal static class SchemaRun
{
    public static int Start(RunOptions options)
    {
        var corpus = Corpus.Load();
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Artifacts, "schema")).FullName, "mutants.ndjson");
        var mutants = new SchemaInputs(corpus, new ContractMutator(corpus, new Vocabulary(corpus), options.Seed));
        Console.WriteLine($"{mutants.Write(file, options.First, options.Count(100_000))} mutants are in {file}.");
        return 0;
    }
}
