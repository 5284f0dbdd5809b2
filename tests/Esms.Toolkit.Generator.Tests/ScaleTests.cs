using Esms.Toolkit.Reader.Syntax;
using Esms.Toolkit.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Esms.Toolkit.Tests;

/// <summary>
/// What runs again after which edit, when there are a thousand contracts: one edit is the work of one file. All tests go on from one start,
/// each with a fork of its own.
/// </summary>
public sealed class ScaleTests
{
    private const int Count = 1000;

    /// <summary>In the middle, so that there are neighbours on both sides that must not move.</summary>
    private const int Edited = 500;

    private const string Output = WellKnownGeneratorOutputs.SourceOutput;

    /// <summary>Problems, problems of samples, and a file for each contract; the names that are taken, the index.</summary>
    private const int Outputs = (3 * Count) + 1 + 1;

    private static readonly IReadOnlyList<TestContract> Contracts = ManyContracts.First(Count);
    private static readonly string[] IndexFiles = ["Clients.g.cs", "EsmsJsonContext.g.cs", "ShopClient.Registration.g.cs", "ShopClient.g.cs"];

    private static readonly Lazy<(GeneratorHarness Harness, GeneratorOutcome Outcome)> Started = new(static () =>
    {
        var harness = GeneratorHarness.Start(Contracts, rootClient: "ShopClient");
        return (harness, harness.Run());
    });

    private static GeneratorOutcome Before => Started.Value.Outcome;

    [Fact]
    public void A_thousand_contracts_are_generated_and_compile()
    {
        var written = Enumerable.Range(0, Count).Select(ManyContracts.FileOf).Concat(IndexFiles);

        Assert.Empty(Before.Problems);
        Assert.Equal(written.Order(StringComparer.Ordinal), Before.Files.Keys.Order(StringComparer.Ordinal));
        Before.AssertCompiles();
    }

    [Fact]
    public void Typing_in_CSharp_runs_no_step()
    {
        var outcome = Fork().AddSource("public class Typed { }").Run();

        AssertReasons(outcome, StepNames.Text, Count);
        AssertReasons(outcome, StepNames.Contract, Count);
        AssertReasons(outcome, StepNames.Model, Count);
        AssertSharedStepsRest(outcome);
        AssertReasons(outcome, Output, Outputs);
        AssertWritten(outcome);
    }

    [Fact]
    public void Reformatting_and_commenting_a_contract_writes_nothing()
    {
        var strict = JsonRenderer.Render(JsonParser.Parse(Contracts[Edited].Text, TestContext.Current.CancellationToken));
        var outcome = Edit(contract => contract with { Text = $"// A comment.\r\n\r\n{strict} /* and another */" });

        AssertReasons(outcome, StepNames.Text, Count, IncrementalStepRunReason.Modified);
        AssertReasons(outcome, StepNames.Contract, Count, IncrementalStepRunReason.Modified);
        AssertReasons(outcome, StepNames.Model, Count);
        AssertSharedStepsRest(outcome);
        AssertReasons(outcome, Output, Outputs);
        AssertWritten(outcome);
    }

    [Fact]
    public void Editing_a_contract_writes_its_file_and_no_other()
    {
        var outcome = Edit(static contract => contract.Edit("How many there are.", "How many there are now."));

        AssertReasons(outcome, StepNames.Contract, Count, IncrementalStepRunReason.Modified);
        AssertReasons(outcome, StepNames.Model, Count, IncrementalStepRunReason.Modified);
        AssertSharedStepsRest(outcome);
        AssertReasons(outcome, Output, Outputs, IncrementalStepRunReason.Modified);
        AssertWritten(outcome, ManyContracts.FileOf(Edited));
    }

    [Fact]
    public void Renaming_an_operation_writes_it_and_the_index_and_no_other()
    {
        var outcome = Edit(static contract =>
            contract.Edit($"\"operation\": \"{ManyContracts.OperationOf(Edited)}\"", "\"operation\": \"FindRenamed\"")
        );

        AssertReasons(outcome, StepNames.Contract, Count, IncrementalStepRunReason.Modified);
        AssertReasons(outcome, StepNames.Model, Count, IncrementalStepRunReason.Modified);
        AssertReasons(outcome, StepNames.Index, 1, IncrementalStepRunReason.Modified);
        AssertReasons(outcome, StepNames.TakenNames, 1);
        AssertReasons(outcome, Output, Outputs, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Modified);
        AssertWritten(outcome, ["Group0.FindRenamed.g.cs", .. IndexFiles]);
        Assert.DoesNotContain(ManyContracts.FileOf(Edited), outcome.Files.Keys);
    }

    [Fact]
    public void Adding_a_contract_writes_it_and_the_index_and_no_other()
    {
        var outcome = Fork().Add(ManyContracts.At(Count)).Run();

        AssertReasons(outcome, StepNames.Contract, Count + 1, IncrementalStepRunReason.New);
        AssertReasons(outcome, StepNames.Model, Count + 1, IncrementalStepRunReason.New);
        AssertReasons(outcome, StepNames.Index, 1, IncrementalStepRunReason.Modified);
        AssertReasons(outcome, StepNames.TakenNames, 1);
        AssertReasons(
            outcome,
            Output,
            Outputs + 3,
            IncrementalStepRunReason.New,
            IncrementalStepRunReason.New,
            IncrementalStepRunReason.New,
            IncrementalStepRunReason.Modified
        );
        AssertWritten(outcome, [ManyContracts.FileOf(Count), .. IndexFiles]);
    }

    [Fact]
    public void Removing_a_contract_writes_the_index_and_no_other()
    {
        var outcome = Fork().Remove(Contracts[Edited]).Run();

        AssertReasons(outcome, StepNames.Model, Count, IncrementalStepRunReason.Removed);
        AssertReasons(outcome, StepNames.Index, 1, IncrementalStepRunReason.Modified);
        AssertReasons(outcome, StepNames.TakenNames, 1);
        AssertReasons(
            outcome,
            Output,
            Outputs,
            IncrementalStepRunReason.Removed,
            IncrementalStepRunReason.Removed,
            IncrementalStepRunReason.Removed,
            IncrementalStepRunReason.Modified
        );
        AssertWritten(outcome, IndexFiles);
        Assert.DoesNotContain(ManyContracts.FileOf(Edited), outcome.Files.Keys);
    }

    /// <summary>As in an editor, where a generator lives on: the run after a removal must not take a second contract with it.</summary>
    [Fact]
    public void Typing_after_a_removal_loses_no_file()
    {
        var harness = GeneratorHarness.Start(Contracts, rootClient: "ShopClient", tracksSteps: false);
        harness.Run();
        var removed = harness.Remove(Contracts[Edited]).Run().Files;

        var typed = harness.AddSource("public class Typed { }").Run().Files;

        Assert.Equal(
            Before.Files.Keys.Except([ManyContracts.FileOf(Edited)]).Order(StringComparer.Ordinal),
            typed.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal(removed, typed);
    }

    /// <summary>The one edit that reaches another contract.</summary>
    [Fact]
    public void A_second_contract_of_one_name_takes_the_first_one_away_and_touches_no_third()
    {
        var copy = Contracts[Edited] with { Path = "copy.esms.json" };

        var outcome = Fork().Add(copy).Run();

        Assert.Equal(["ESMS011", "ESMS011"], outcome.Problems.Select(static problem => problem.Id));
        AssertReasons(outcome, StepNames.TakenNames, 1, IncrementalStepRunReason.Modified);
        AssertWritten(outcome, IndexFiles);
        Assert.Equal(Count - 1, outcome.Files.Keys.Except(IndexFiles).Count());
    }

    private static GeneratorHarness Fork() => Started.Value.Harness.Fork();

    private static GeneratorOutcome Edit(Func<TestContract, TestContract> edit) => Fork().Replace(Contracts[Edited], edit(Contracts[Edited])).Run();

    /// <summary>Of the outputs of a step, those that did not rest have these reasons.</summary>
    private static void AssertReasons(GeneratorOutcome outcome, string step, int outputs, params IncrementalStepRunReason[] expected)
    {
        var reasons = outcome.ReasonsOf(step).ToList();
        Assert.Equal((step, outputs), (step, reasons.Count));
        Assert.Equal(expected, reasons.Where(static reason => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)));
    }

    private static void AssertSharedStepsRest(GeneratorOutcome outcome)
    {
        foreach (var step in new[] { StepNames.Settings, StepNames.Collisions, StepNames.TakenNames, StepNames.Index })
            AssertReasons(outcome, step, 1);
    }

    private static void AssertWritten(GeneratorOutcome outcome, params IEnumerable<string> files) =>
        Assert.Equal(files.Order(StringComparer.Ordinal), outcome.WrittenSince(Before).Order(StringComparer.Ordinal));
}
