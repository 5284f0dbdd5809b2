using System.Globalization;
using Esms.Toolkit.Fuzz.Answers.Trial;

namespace Esms.Toolkit.Fuzz.Answers;

/// <summary>Makes inputs, and gives each to the readers as an application would.</summary>
/// <param name="make">Makes the input of an index, the same one every time.</param>
internal sealed class AnswerFuzz(Func<int, FuzzInput> make)
{
    /// <summary>One failure is enough to be red, and a thousand of the same kind tell no more than a few.</summary>
    private const int MostFailures = 50;

    private const int MemoryCheckEvery = 50_000;
    private const long MostMemory = 512L * 1024 * 1024;

    private readonly InputTrial _trial = new();
    private readonly List<(int Index, string Cause)> _failures = [];

    public OutcomeCounts Counts { get; } = new();

    public IReadOnlyList<(int Index, string Cause)> Failures => _failures;

    /// <param name="first">The index of the first input, to make one again alone.</param>
    /// <param name="watchdog">Null when time does not matter.</param>
    public void Run(int first, int count, Watchdog? watchdog = null)
    {
        for (var index = first; index < first + count && _failures.Count < MostFailures; index++)
        {
            var input = make(index);
            var (outcome, slow) = watchdog is null ? (Try(), null) : watchdog.Run(index.ToString(CultureInfo.InvariantCulture), Try);
            Counts.Add(outcome);
            if ((outcome.Failure ?? slow ?? CheckMemory(index)) is { } cause)
                _failures.Add((index, cause));

            InputOutcome Try() => _trial.Run(input, throughConnection: index % 10 == 0);
        }
    }

    /// <summary>Keeps an input to the byte, under a name by which it can be put among those that are tried again in every test.</summary>
    public string Save(int index, string cause, int seed)
    {
        var input = make(index);
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Artifacts, "fuzz")).FullName;
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{input.Contract}-{seed}-{index}{input.Extension}"));
        File.WriteAllBytes(path, input.Bytes);
        File.WriteAllText(path + ".txt", cause);
        return path;
    }

    private static string? CheckMemory(int index)
    {
        if (index % MemoryCheckEvery != MemoryCheckEvery - 1)
            return null;
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        return memory > MostMemory ? string.Create(CultureInfo.InvariantCulture, $"{memory >> 20} MB are still in use after it") : null;
    }
}
