using Esms.Toolkit.Emit;
using Esms.Toolkit.Fuzz;
using Esms.Toolkit.Fuzz.Mutation;
using Esms.Toolkit.Reader.Problems;

namespace Esms.Toolkit.Tests;

/// <summary>A short run of tests/Esms.Toolkit.Fuzz, which can be run for as long as one likes.</summary>
[FullRun("fuzzes")]
public sealed class FuzzTests
{
    private const int Seed = 20_260_101;

    [Fact]
    public void Mutants_of_contracts_are_told_or_compile()
    {
        const int Count = 3000;
        var corpus = Corpus.Load();
        var fuzz = new ContractFuzz(Mutator(corpus, Seed).Make, rootEvery: 8, corpus.Shared);

        fuzz.Run(0, Count);

        Assert.Empty(fuzz.Failures.Select(static failure => $"{failure.Index}: {failure.Cause}"));
        Assert.Equal((Count, fuzz.Counts.Accepted), (fuzz.Counts.Mutants, fuzz.Counts.Compiled));

        // They come as far as the emitters, and on the way there to most of the checks.
        Assert.InRange(fuzz.Counts.Accepted, Count / 20, Count);
        Assert.InRange(fuzz.Counts.Problems.Count, ProblemKinds.All.Count * 2 / 3, ProblemKinds.All.Count);
    }

    [Fact]
    public void A_mutant_depends_on_its_seed_and_index_alone()
    {
        var corpus = Corpus.Load();
        var inOrder = Enumerable.Range(0, 100).Select(Mutator(corpus, Seed).Make).ToList();

        Assert.Equal(inOrder[77], Mutator(corpus, Seed).Make(77));
        Assert.NotEqual(inOrder[77], Mutator(corpus, Seed + 1).Make(77));
        Assert.Equal(inOrder.Count, inOrder.Distinct().Count());
    }

    /// <summary>A test of the tests: one file that is no C# must not hide what is wrong with another.</summary>
    [Fact]
    public void Every_contract_whose_code_does_not_compile_is_found_in_its_batch()
    {
        var batch = new Dictionary<int, IReadOnlyList<GeneratedFile>>
        {
            [1] = [new GeneratedFile("a.cs", "namespace M1; internal static class A { internal static int B() => 1; }")],
            [2] = [new GeneratedFile("a.cs", "namespace M2; internal static class A {")],
            [3] = [new GeneratedFile("a.cs", "namespace M3; internal static class A { internal static int B() => \"1\"; }")],
            [4] = [new GeneratedFile("a.cs", "namespace M4; /// <summary><b></summary>\ninternal static class A { internal static int B() => 1; }")],
            [5] = [new GeneratedFile("a.cs", "namespace M5; internal static class A { internal static void B() { int c = 1; } }")],
        };

        var wrong = BatchCompiler.Compile(batch, shared: []);

        Assert.Equal(
            [(2, "CS1513"), (3, "CS0029"), (4, "CS1570"), (5, "CS0219")],
            wrong.OrderBy(static pair => pair.Key).Select(static pair => (pair.Key, pair.Value.Split(':')[0]))
        );
    }

    [Fact]
    public void Every_kind_of_file_is_mutated()
    {
        var accepted = Corpus.Load().Accepted;

        Assert.All(
            ["\"operation\"", "\"inbound\"", "\"codeTable\""],
            kind => Assert.Contains(accepted, text => text.Contains(kind, StringComparison.Ordinal))
        );
        Assert.Contains(accepted, static text => text.Contains("\"SendStatus\": { \"type\": \"SendStatus\"", StringComparison.Ordinal));
    }

    private static ContractMutator Mutator(Corpus corpus, int seed) => new(corpus, new Vocabulary(corpus), seed);
}
