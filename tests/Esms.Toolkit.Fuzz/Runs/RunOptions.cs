using System.Globalization;

namespace Esms.Toolkit.Fuzz.Runs;

/// <summary>The options of a run, as they were given on the command line.</summary>
internal sealed class RunOptions(string[] words)
{
    /// <summary>Gets the seed, which makes another run when it is another.</summary>
    public int Seed => Number("--seed", 1);

    /// <summary>Gets the index of the first input, to make one again alone.</summary>
    public int First => Number("--first", 0);

    public int Count(int otherwise) => Number("--count", otherwise);

    private int Number(string name, int otherwise) =>
        Array.IndexOf(words, name) is var at and >= 0 ? int.Parse(words[at + 1], CultureInfo.InvariantCulture) : otherwise;
}
