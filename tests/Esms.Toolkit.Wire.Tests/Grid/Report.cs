using System.Globalization;

namespace Esms.Wire.Tests.Grid;

/// <summary>What a run came to, for people.</summary>
internal static class Report
{
    private const int MostShown = 40;

    public static string Of(IReadOnlyCollection<Verdict> verdicts, TimeSpan time) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{verdicts.Count} combinations in {time.TotalSeconds:0} s: {string.Join(", ", verdicts.CountBy(static verdict => verdict.Ending).OrderBy(static count => count.Key).Select(static count => $"{count.Value} {count.Key}"))}"
        );

    public static string OfWrong(IEnumerable<Verdict> verdicts)
    {
        var wrong = verdicts.Where(static verdict => verdict.Wrong() is not null).OrderBy(static verdict => verdict.Call.Number).ToList();
        return string.Join('\n', [$"{wrong.Count} are wrong:", .. wrong.Take(MostShown).Select(static verdict => verdict.ToString())]);
    }
}
