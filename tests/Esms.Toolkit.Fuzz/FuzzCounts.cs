using System.Globalization;

namespace Esms.Toolkit.Fuzz;

/// <summary>What became of all mutants.</summary>
internal sealed class FuzzCounts
{
    private readonly SortedDictionary<string, int> _problems = new(StringComparer.Ordinal);

    public int Mutants { get; private set; }

    /// <summary>Contracts without a problem.</summary>
    public int Accepted { get; private set; }

    /// <summary>Those of them whose code compiles.</summary>
    public int Compiled { get; set; }

    public int NotJson => _problems.GetValueOrDefault("ESMS001");

    public IReadOnlyDictionary<string, int> Problems => _problems;

    public void Add(ContractTrial trial)
    {
        Mutants++;
        if (trial.Files.Count > 0)
            Accepted++;
        foreach (var id in trial.Problems)
            _problems[id] = _problems.GetValueOrDefault(id) + 1;
    }

    public override string ToString()
    {
        var ids = string.Join(", ", _problems.Where(static pair => pair.Key != "ESMS001").Select(static pair => $"{pair.Key} {pair.Value}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Mutants} mutants: {NotJson} not JSON; with problems: {ids}; {Accepted} accepted, {Compiled} compiled"
        );
    }
}
