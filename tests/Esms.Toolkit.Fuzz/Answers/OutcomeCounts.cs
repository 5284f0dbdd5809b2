using System.Globalization;
using Esms.Toolkit.Fuzz.Answers.Trial;

namespace Esms.Toolkit.Fuzz.Answers;

/// <summary>What became of all inputs.</summary>
internal sealed class OutcomeCounts
{
    private readonly SortedDictionary<string, int> _outcomes = new(StringComparer.Ordinal);

    public int Inputs { get; private set; }

    public int Failures { get; private set; }

    public IReadOnlyDictionary<string, int> Outcomes => _outcomes;

    public void Add(InputOutcome outcome)
    {
        Inputs++;
        if (outcome.Failure is not null)
            Failures++;
        foreach (var what in outcome.What)
            _outcomes[what] = _outcomes.GetValueOrDefault(what) + 1;
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Inputs} inputs: {string.Join(", ", _outcomes.Select(static pair => $"{pair.Key} {pair.Value}"))}; {Failures} failures"
        );
}
