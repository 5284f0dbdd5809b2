namespace Esms.Toolkit.Fuzz.Mutation;

/// <summary>
/// Gives every name of every contract in turn every name of the vocabulary: all that generated code uses itself, and all that C# keeps. Not
/// a matter of luck, so nothing is left out.
/// </summary>
internal sealed class NameSweep
{
    private readonly List<(Tree Contract, string Word)> _places;
    private readonly IReadOnlyList<string> _names;

    public NameSweep(Corpus corpus, Vocabulary vocabulary)
    {
        _places = [.. corpus.AcceptedTrees.SelectMany(static tree => tree.Names().Distinct(StringComparer.Ordinal).Select(word => (tree, word)))];
        _names = vocabulary.Names;
    }

    public int Count => _places.Count * _names.Count;

    public string Make(int index)
    {
        var (contract, word) = _places[index / _names.Count];
        var renamed = contract.Copy();
        renamed.Rename(word, _names[index % _names.Count]);
        return renamed.Write(gap: string.Empty);
    }
}
