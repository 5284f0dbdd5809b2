using Esms.Toolkit.Reader.Problems;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader.Check;

/// <summary>A closed set of words that a key allows, and what each stands for.</summary>
internal sealed class Keywords<T>(params (string Word, T Meaning)[] words)
    where T : struct
{
    public IEnumerable<string> All => words.Select(static pair => pair.Word);

    public T? Find(string word)
    {
        foreach (var pair in words)
        {
            if (pair.Word == word)
                return pair.Meaning;
        }
        return null;
    }

    /// <summary>The meaning of the word under <paramref name="key"/>; another word is reported.</summary>
    /// <param name="others">What the key allows besides words, for the message.</param>
    public T? Read(string key, JsonText word, ProblemList problems, params string[] others)
    {
        var meaning = Find(word.Value);
        if (meaning is null)
            problems.Report(
                ProblemKinds.UnknownWord,
                word.Word,
                word.Value,
                key,
                string.Join(", ", [.. All, .. others]),
                Suggestion.For(word.Value, All)
            );
        return meaning;
    }
}
