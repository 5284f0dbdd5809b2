using System.Text;
using System.Text.Json.Nodes;
using Esms.Toolkit.Budgets.Measuring;

namespace Esms.Toolkit.Budgets.Json;

/// <summary>What our JSON code costs over that of System.Text.Json's generator, for every published answer and request.</summary>
internal static class JsonBudgets
{
    public static Task MeasureAsync(Ledger ledger)
    {
        var contracts = AllContracts.Load();
        var twins = new TwinAssembly(contracts);
        var readings = Readings(contracts, twins.Readings()).ToList();
        AddTime(ledger, "read.time-vs-stj", readings, 0.80);
        ledger.Add(
            "read.bytes-vs-stj",
            Mean(
                ledger,
                "bytes",
                readings,
                static turn => SideBySide.BytesOf(turn.Ours, Pace.OneOfMany) / SideBySide.BytesOf(turn.Theirs, Pace.OneOfMany)
            ),
            0.90
        );
        AddTime(ledger, "write.time-vs-stj", [.. twins.Writings().Select(TurnOf)], 1.00);
        return Task.CompletedTask;
    }

    private static void AddTime(Ledger ledger, string name, IReadOnlyList<Turn> turns, double limit)
    {
        WarmUp(turns);
        ledger.AddTiming(name, limit, () => Mean(ledger, name, turns, static turn => SideBySide.TimeRatio(turn.Ours, turn.Theirs, Pace.OneOfMany)));
    }

    /// <summary>In several rounds with a rest behind each, for the compiler makes its better code in the background.</summary>
    private static void WarmUp(IReadOnlyList<Turn> turns)
    {
        for (var round = 0; round < 5; round++)
        {
            foreach (var turn in turns)
                turn.WarmUp();
            Thread.Sleep(300);
        }
    }

    private static IEnumerable<Turn> Readings(AllContracts contracts, IReadOnlyDictionary<string, Reading> readings)
    {
        foreach (var (endpoint, sample) in contracts.Endpoints.SelectMany(static endpoint => endpoint.Samples.Select(sample => (endpoint, sample))))
        {
            var name = $"{endpoint.Operation}: {sample.Name}";
            var (json, reading) = (Encoding.UTF8.GetBytes(sample.Response), readings[endpoint.Operation]);
            AnswerCheck.Demand(name, sample.Response, reading, json);
            yield return new Turn(name, () => reading.Ours(json), () => reading.Theirs(json));
        }
    }

    private static Turn TurnOf(Writing writing)
    {
        using var ours = writing.Ours();
        using var theirs = writing.Theirs();
        if (!JsonNode.DeepEquals(JsonNode.Parse(ours.ReadAsStream()), JsonNode.Parse(theirs.ReadAsStream())))
            throw new InvalidOperationException($"{writing.Name}: the two bodies are not the same.");
        return new Turn(writing.Name, () => writing.Ours().Dispose(), () => writing.Theirs().Dispose());
    }

    /// <summary>The geometric mean, which takes twice as fast and half as fast together for even.</summary>
    private static double Mean(Ledger ledger, string what, IReadOnlyList<Turn> turns, Func<Turn, double> ratioOf)
    {
        var ratios = turns.Select(turn => (turn.Name, Ratio: ratioOf(turn))).OrderByDescending(static item => item.Ratio).ToList();
        ledger.Note(
            $"{what}, {ratios.Count} samples; the worst: {string.Join("; ", ratios.Take(3).Select(static item => FormattableString.Invariant($"{item.Name} {item.Ratio:0.00}")))}"
        );
        return Math.Exp(ratios.Average(static item => Math.Log(item.Ratio)));
    }
}
