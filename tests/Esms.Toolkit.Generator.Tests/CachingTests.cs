using Esms.Toolkit.Reader.Syntax;
using Esms.Toolkit.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Esms.Toolkit.Tests;

/// <summary>What runs again after which edit. (That nothing runs again after none is asserted by the harness, in every test.)</summary>
public sealed class CachingTests
{
    private static readonly TestContract One = TestContract.GetSendStatus;
    private static readonly TestContract Two = TestContract.Smallest("GetTwo");

    [Fact]
    public void Typing_in_CSharp_runs_no_step()
    {
        var harness = GeneratorHarness.Start([One, TestContract.SendStatus, Two]);
        harness.Run();

        var outcome = harness.AddSource("public class Typed { }").Run();

        foreach (var step in typeof(StepNames).GetFields().Select(static field => (string)field.GetRawConstantValue()!))
            Assert.All(
                outcome.ReasonsOf(step),
                static reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)
            );
        Assert.Equal(0, outcome.CountWritten());
    }

    [Fact]
    public void Reformatting_a_contract_writes_nothing()
    {
        var harness = GeneratorHarness.Start([One, TestContract.SendStatus, Two]);
        harness.Run();

        var reformatted = One with
        {
            Text = $"// A comment.\r\n\r\n{JsonRenderer.Render(JsonParser.Parse(One.Text, TestContext.Current.CancellationToken))} /* and another */",
        };
        var outcome = harness.Replace(One, reformatted).Run();

        Assert.Contains(IncrementalStepRunReason.Modified, outcome.ReasonsOf(StepNames.Contract));
        Assert.All(outcome.ReasonsOf(StepNames.Model), static reason => Assert.NotEqual(IncrementalStepRunReason.Modified, reason));
        Assert.Equal(0, outcome.CountWritten());
    }

    [Fact]
    public void Editing_one_contract_writes_that_one()
    {
        var harness = GeneratorHarness.Start([One, TestContract.SendStatus, Two]);
        harness.Run();

        var outcome = harness.Replace(One, One.Edit("How many messages failed.", "How many failed.")).Run();

        Assert.Single(outcome.ReasonsOf(StepNames.Model), IncrementalStepRunReason.Modified);
        Assert.All(outcome.ReasonsOf(StepNames.Index), static reason => Assert.NotEqual(IncrementalStepRunReason.Modified, reason));
        Assert.Equal(1, outcome.CountWritten());
    }

    [Fact]
    public void Renaming_an_operation_writes_it_and_the_shared_files()
    {
        var harness = GeneratorHarness.Start([One, TestContract.SendStatus, Two]);
        harness.Run();

        var outcome = harness.Replace(Two, Two.Edit("\"operation\": \"GetTwo\"", "\"operation\": \"GetThree\"")).Run();

        Assert.Single(outcome.ReasonsOf(StepNames.Model), IncrementalStepRunReason.Modified);
        Assert.Single(outcome.ReasonsOf(StepNames.Index), IncrementalStepRunReason.Modified);
        Assert.Contains("Account.GetThree.g.cs", outcome.Files.Keys);
    }

    [Fact]
    public void Adding_and_removing_a_contract_writes_no_other()
    {
        var three = TestContract.Smallest("GetThree");
        var harness = GeneratorHarness.Start([One, TestContract.SendStatus, Two]);
        harness.Run();

        var added = harness.Add(three).Run();
        Assert.Single(added.ReasonsOf(StepNames.Model), IncrementalStepRunReason.New);
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, added.ReasonsOf(StepNames.Model));

        var removed = harness.Remove(three).Run();
        Assert.Single(removed.ReasonsOf(StepNames.Model), IncrementalStepRunReason.Removed);
        Assert.DoesNotContain(IncrementalStepRunReason.Modified, removed.ReasonsOf(StepNames.Model));
        Assert.DoesNotContain("Account.GetThree.g.cs", removed.Files.Keys);
    }

    [Fact]
    public void A_contract_that_breaks_and_is_mended_comes_back()
    {
        var harness = GeneratorHarness.Start([One, TestContract.SendStatus, Two]);
        var before = harness.Run().Files;

        var broken = Two.Edit("{", "");
        var outcome = harness.Replace(Two, broken).Run();
        Assert.Equal("ESMS001", Assert.Single(outcome.Problems).Id);
        Assert.Contains("Messages.GetSendStatus.g.cs", outcome.Files.Keys);

        var mended = harness.Replace(broken, Two).Run();
        Assert.Empty(mended.Problems);
        Assert.Equal(before, mended.Files);
    }
}
