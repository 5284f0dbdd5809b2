using Esms.Toolkit.Fuzz.Answers;
using Esms.Toolkit.Fuzz.Answers.Mutation;
using Esms.Toolkit.Fuzz.Answers.Trial;

namespace Esms.Tests.Fuzz;

/// <summary>A short run of tests/Esms.Toolkit.Fuzz, which can be run for as long as one likes.</summary>
public sealed class AnswerFuzzTests
{
    private const int Seed = 20_260_101;

    private static readonly string Corpus = Repository.PathOf("tests", "Esms.Toolkit.Fuzz", "Answers", "Corpus");

    [Fact]
    [FullRun("fuzzes")]
    public void Mutants_of_answers_are_read_or_refused_as_documented()
    {
        const int Count = 5000;
        var fuzz = new AnswerFuzz(new InputMutator(PublishedSamples.Load(), Seed).Make);

        fuzz.Run(0, Count);

        Assert.Empty(fuzz.Failures);
        Assert.Equal(Count, fuzz.Counts.Inputs);

        // All ends are met, and none of them now and then only.
        string[] ends =
        [
            "answers read",
            "answers not read",
            "calls Accepted",
            "calls Refused",
            "calls Unreadable",
            "queries read",
            "queries refused",
        ];
        Assert.Equal(ends.Order(StringComparer.Ordinal), fuzz.Counts.Outcomes.Keys);
        Assert.All(fuzz.Counts.Outcomes, static outcome => Assert.InRange(outcome.Value, Count / 200, Count));
    }

    /// <summary>What has once gone wrong does not do so again.</summary>
    [Fact]
    public void Inputs_that_have_failed_before_are_read_or_refused_as_documented()
    {
        var files = Directory.GetFiles(Corpus);
        var trial = new InputTrial();

        Assert.NotEmpty(files);
        Assert.All(files, path => Assert.Null(trial.Run(FuzzInput.Load(path), throughConnection: true).Failure));
    }

    [Fact]
    public void An_input_depends_on_its_seed_and_index_alone()
    {
        var inOrder = Enumerable.Range(0, 100).Select(new InputMutator(PublishedSamples.Load(), Seed).Make).ToList();

        Assert.Equal(inOrder[77].Bytes, new InputMutator(PublishedSamples.Load(), Seed).Make(77).Bytes);
        Assert.NotEqual(inOrder[77].Bytes, new InputMutator(PublishedSamples.Load(), Seed + 1).Make(77).Bytes);
        Assert.InRange(inOrder.Select(static input => Convert.ToHexString(input.Bytes)).Distinct().Count(), 90, 100);
    }

    [Fact]
    public void Every_reader_has_a_sample_to_start_from()
    {
        var samples = PublishedSamples.Load();

        Assert.Equal(
            new InputTrial().Contracts.Order(StringComparer.Ordinal),
            samples
                .Answers.Select(static sample => sample.Contract)
                .Concat(samples.Queries.Select(static sample => sample.Contract))
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
    }

    /// <summary>A test of the tests: what is not documented is told, whoever throws it.</summary>
    [Fact]
    public void An_exception_of_another_kind_is_a_failure()
    {
        var outcome = new InputTrial().Run(new FuzzInput("NoSuchOperation", false, []), throughConnection: true);

        Assert.StartsWith(nameof(KeyNotFoundException), outcome.Failure, StringComparison.Ordinal);
    }
}
