using Esms.Toolkit.Budgets.Measuring;
using Microsoft.CodeAnalysis;

namespace Esms.Toolkit.Budgets.Generator;

/// <summary>What an editor pays while somebody types: in C# beside a thousand contracts, and in one of them.</summary>
internal static class EditBudgets
{
    /// <summary>In the middle, so that there are neighbours on both sides that must not move.</summary>
    private const int Edited = 500;

    private static readonly IReadOnlyList<ContractText> Before = Contracts.First();
    private static readonly ContractText After = Before[Edited].Edit("How many failed.", "How many failed so far.");

    private static Compilation Typed => Compiling.Empty.AddSyntaxTrees(Compiling.Parse("public class Typed { }"));

    /// <param name="cold">Makes the work of a first run, to compare with.</param>
    public static void Measure(Ledger ledger, Func<Action> cold)
    {
        var tracked = Compiling.Ours(Before, tracksSteps: true).RunGenerators(Compiling.Empty);
        var started = Compiling.Ours(Before).RunGenerators(Compiling.Empty);

        ledger.Add("generator.keystroke.steps", StepsOf(tracked.RunGenerators(Typed)), 0);
        ledger.AddTiming("generator.keystroke.time", 0.03, () => FreshTurns.TimeRatio(() => Keystroke(started), cold, Note("keystroke")));
        ledger.AddTiming("generator.one-edit.time", 0.05, () => FreshTurns.TimeRatio(() => Edit(started), cold, Note("one edit")));
        ledger.Add("generator.one-edit.files", FilesOf(started, Replace(started).RunGenerators(Compiling.Empty)), 1);

        Action<double, double> Note(string what) => (edit, all) => ledger.Note($"{what}: {edit:0.00} ms, cold {all:0.0} ms");
    }

    private static Action Keystroke(GeneratorDriver driver)
    {
        var typed = Typed;
        return () => driver.RunGenerators(typed);
    }

    private static Action Edit(GeneratorDriver driver)
    {
        var edited = Replace(driver);
        return () => edited.RunGenerators(Compiling.Empty);
    }

    private static GeneratorDriver Replace(GeneratorDriver driver) => driver.ReplaceAdditionalText(Before[Edited], After);

    /// <summary>How many outputs of how many steps did not rest; the compilation itself, which changed, is no step of ours.</summary>
    private static int StepsOf(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        return result
            .TrackedSteps.Where(static step => step.Key != "Compilation")
            .Concat(result.TrackedOutputSteps)
            .SelectMany(static step => step.Value)
            .SelectMany(static run => run.Outputs)
            .Count(static output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }

    /// <summary>How many texts are another object than they were.</summary>
    private static int FilesOf(GeneratorDriver before, GeneratorDriver after)
    {
        var texts = before.GetRunResult().GeneratedTrees.Select(static tree => tree.GetText()).ToHashSet(ReferenceEqualityComparer.Instance);
        return after.GetRunResult().GeneratedTrees.Count(tree => !texts.Contains(tree.GetText()));
    }
}
