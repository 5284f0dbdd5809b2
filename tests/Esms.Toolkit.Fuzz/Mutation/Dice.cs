namespace Esms.Toolkit.Fuzz.Mutation;

/// <summary>Random numbers that are the same for ever: SplitMix64, because nothing promises that of <see cref="Random"/>.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The dice of one mutant, which does not depend on those before it: so one mutant can be made again alone.</summary>
    public static Dice For(int seed, int index) => new(new Dice(((ulong)(uint)seed << 32) | (uint)index).Next());

    /// <summary>A number from zero up to, but not including, <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
