using Esms.Toolkit.Budgets.Measuring;
using Microsoft.CodeAnalysis;

namespace Esms.Toolkit.Budgets.Generator;

/// <summary>What the generator costs a build and an editor with a thousand contracts, and what its code costs an assembly.</summary>
internal static class GeneratorBudgets
{
    public static Task MeasureAsync(Ledger ledger)
    {
        ledger.AddTiming(
            "generator.cold-vs-stj",
            0.50,
            () =>
                FreshTurns.TimeRatio(
                    Cold,
                    JsonAlone,
                    (ours, theirs) => ledger.Note($"cold: {ours:0.0} ms, System.Text.Json's generator {theirs:0.0} ms")
                )
        );
        EditBudgets.Measure(ledger, Cold);
        BuildBudgets.Measure(ledger);
        return Task.CompletedTask;
    }

    /// <summary>All contracts for the first time, over an empty compilation.</summary>
    private static Action Cold()
    {
        var driver = Compiling.Ours(Contracts.First());
        return () => driver.RunGenerators(Compiling.Empty);
    }

    /// <summary>System.Text.Json's generator over the same answer types, which are parsed already.</summary>
    private static Action JsonAlone()
    {
        var driver = Compiling.Theirs();
        var compilation = Compiling.Empty.AddSyntaxTrees(HandWritten.Types().Select(Compiling.Parse));
        return () => driver.RunGenerators(compilation);
    }
}
