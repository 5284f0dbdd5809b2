using System.Diagnostics.CodeAnalysis;

namespace Esms.Emulator;

/// <summary>A fault script at work: it counts what has passed. Each rule has a count of its own, so rules do not disturb each other.</summary>
internal sealed class FaultDice
{
    private readonly object _lock = new();
    private FaultScript _script;
    private FaultRule[] _rules;
    private int[] _asked;
    private int[] _done;

    public FaultDice(FaultScript script) => Take(script);

    /// <summary>A new script begins to count from zero.</summary>
    public FaultScript Script
    {
        get
        {
            lock (_lock)
                return _script;
        }
        set
        {
            lock (_lock)
                Take(value);
        }
    }

    /// <param name="operation">What is asked for.</param>
    /// <param name="isCallback">Whether a callback is made, and no request answered.</param>
    /// <returns>What happens; null when nothing does.</returns>
    public FaultRule? Throw(string operation, bool isCallback = false)
    {
        lock (_lock)
        {
            for (var i = 0; i < _rules.Length; i++)
            {
                var rule = _rules[i];
                if (
                    (rule.Kind == FaultKind.DuplicateCallback) != isCallback
                    || (rule.Operation is { } only && only != operation)
                    || _done[i] >= (rule.Times ?? int.MaxValue)
                )
                    continue;
                if (Mix(_script.Seed, i, _asked[i]++) % 100 >= (ulong)Math.Clamp(rule.Percent, 0, 100))
                    continue;
                _done[i]++;
                return rule;
            }
            return null;
        }
    }

    /// <summary>The rules as they are now: whoever changes the list later cannot make them fail at a call.</summary>
    [MemberNotNull(nameof(_script), nameof(_rules), nameof(_asked), nameof(_done))]
    private void Take(FaultScript script)
    {
        _script = script;
        _rules = [.. script.Rules];
        (_asked, _done) = (new int[_rules.Length], new int[_rules.Length]);
    }

    /// <summary>SplitMix64: the same numbers for ever, which nothing promises of <see cref="Random"/>.</summary>
    private static ulong Mix(int seed, int rule, int number)
    {
        var mixed = (ulong)(uint)seed;
        foreach (var part in (ReadOnlySpan<int>)[rule, number])
        {
            mixed = (mixed ^ (uint)part) + 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            mixed ^= mixed >> 31;
        }
        return mixed;
    }
}
