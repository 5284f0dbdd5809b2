using System.Globalization;
using Esms.Toolkit.Emit;

namespace Esms.Toolkit.Fuzz;

/// <summary>Makes contracts, and does with each what the generator does.</summary>
/// <param name="make">Makes the contract of an index, the same one every time.</param>
/// <param name="rootEvery">
/// How many contracts share one that has a root client too. Its files take the compiler longer than all others, and depend on one name only.
/// </param>
/// <param name="shared">What stands beside each contract.</param>
internal sealed class ContractFuzz(Func<int, string> make, int rootEvery, SharedTypeFiles shared)
{
    private const int BatchSize = 400;

    private readonly Dictionary<int, IReadOnlyList<GeneratedFile>> _batch = [];
    private readonly List<FuzzFailure> _failures = [];

    public FuzzCounts Counts { get; } = new();

    public IReadOnlyList<FuzzFailure> Failures => _failures;

    /// <param name="first">The index of the first mutant, to make one again alone.</param>
    /// <param name="watchdog">Null when time does not matter.</param>
    /// <param name="onProgress">Called now and then.</param>
    public void Run(int first, int count, Watchdog? watchdog = null, Action? onProgress = null)
    {
        for (var index = first; index < first + count; index++)
        {
            Try(index, watchdog);
            if (_batch.Count < BatchSize)
                continue;
            CompileBatch();
            onProgress?.Invoke();
        }
        CompileBatch();
    }

    private void Try(int index, Watchdog? watchdog)
    {
        var contract = make(index);
        var (trial, complaint) = watchdog is null ? (Read(), null) : watchdog.Run(contract, Read);
        Counts.Add(trial);
        if ((trial.Failure ?? complaint) is { } cause)
            _failures.Add(new FuzzFailure(index, cause, contract));
        else if (trial.Files.Count > 0)
            _batch.Add(index, trial.Files);

        ContractTrial Read() =>
            ContractTrial.Of(
                contract,
                string.Create(CultureInfo.InvariantCulture, $"{SharedTypeFiles.Space}.M{index}"),
                index % rootEvery == 0,
                shared
            );
    }

    private void CompileBatch()
    {
        var wrong = BatchCompiler.Compile(_batch, shared.Code);
        _failures.AddRange(wrong.Select(pair => new FuzzFailure(pair.Key, pair.Value, make(pair.Key))));
        Counts.Compiled += _batch.Count - wrong.Count;
        _batch.Clear();
    }
}
