using Esms.Toolkit.Budgets.Measuring;

namespace Esms.Toolkit.Budgets.Generator;

/// <summary>What the generated code of a thousand contracts costs an assembly, and the build that makes it.</summary>
internal static class BuildBudgets
{
    /// <summary>
    /// A build takes seconds, so it is repeated seldom; and the compiler, which comes without native code, is warmed up on smaller ones.
    /// </summary>
    private const int Rounds = 3;

    private const int WarmUps = 15;

    private const int WarmUpSize = 40;

    public static void Measure(Ledger ledger)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            Build(WarmUpSize)();
            BuildByHand(WarmUpSize)();
        }
        var perEndpoint = (double)(BytesOf(Contracts.Count) - BytesOf(0)) / Contracts.Count;
        ledger.Add("generated.bytes-per-endpoint", perEndpoint, 4608);
        ledger.AddTiming(
            "generated.compile-vs-peer",
            0.70,
            () =>
                FreshTurns.TimeRatio(
                    () => Build(Contracts.Count),
                    () => BuildByHand(Contracts.Count),
                    (ours, theirs) => ledger.Note($"compile: {ours:0} ms, by hand {theirs:0} ms"),
                    Rounds
                )
        );
    }

    private static long BytesOf(int count) => Compiling.Build(Compiling.Empty, Compiling.Ours(Contracts.First(count)));

    private static Action Build(int count)
    {
        var driver = Compiling.Ours(Contracts.First(count));
        return () => Compiling.Build(Compiling.Empty, driver);
    }

    private static Action BuildByHand(int count)
    {
        var driver = Compiling.Theirs();
        var sources = HandWritten.Files(count).ToList();
        return () => Compiling.Build(Compiling.Empty.AddSyntaxTrees(sources.Select(Compiling.Parse)), driver);
    }
}
