using Esms.Toolkit.Budgets.Measuring;
using Microsoft.CodeAnalysis;

namespace Esms.Toolkit.Budgets.Generator;

/// <summary>What the generator costs a build and an editor with a thousand contracts, and what its code costs an assembly.</summary>
internal static class GeneratorBudgets
{
    public static Task MeasureAsync(Ledger ledger)
    {
        ledger.AddTiming("generator.cold-vs-stj", 0.50, () => FreshTurns.TimeRatio(Cold, JsonAlone, Note("cold", "System.Text.Json's generator")));
        EditBudgets.Measure(ledger, Cold);
        var perEndpoint = (Compiling.Build(Compiling.Empty, Compiling.Ours(Contracts.All())) - (double)Compiling.Emit(Compiling.Empty)) / Contracts.Count;
        ledger.Add("generated.bytes-per-endpoint", perEndpoint, 4608);
        ledger.AddTiming("generated.compile-vs-peer", 0.70, () => FreshTurns.TimeRatio(Build, BuildByHand, Note("compile", "by hand")));
        return Task.CompletedTask;

        Action<double, double> Note(string what, string peer) => (ours, theirs) => ledger.Note($"{what}: {ours:0.0} ms, {peer} {theirs:0.0} ms");
    }

    /// <summary>All contracts for the first time, over an empty compilation.</summary>
    private static Action Cold()
    {
        var driver = Compiling.Ours(Contracts.All());
        return () => driver.RunGenerators(Compiling.Empty);
    }

    /// <summary>System.Text.Json's generator over the same answer types, which are parsed already.</summary>
    private static Action JsonAlone()
    {
        var driver = Compiling.Theirs();
        var compilation = Compiling.Empty.AddSyntaxTrees(HandWritten.Types().Append(HandWritten.Context()).Select(Compiling.Parse));
        return () => driver.RunGenerators(compilation);
    }

    private static Action Build()
    {
        var driver = Compiling.Ours(Contracts.All());
        return () => Compiling.Build(Compiling.Empty, driver);
    }

    private static Action BuildByHand()
    {
        var driver = Compiling.Theirs();
        var sources = HandWritten.Types().Append(HandWritten.Context()).Concat(HandWritten.Clients()).ToList();
        return () => Compiling.Build(Compiling.Empty.AddSyntaxTrees(sources.Select(Compiling.Parse)), driver);
    }
}
