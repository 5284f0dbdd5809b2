using Esms.Toolkit.Contract;

namespace Esms.Cli.Import;

/// <summary>What an import has to say: what it mended, and what it guessed. It asks nothing.</summary>
internal sealed class Notes
{
    private readonly List<string> _mended = [];
    private readonly List<string> _guessed = [];

    /// <summary>What was broken, each with its file, line and column.</summary>
    public IReadOnlyList<string> Mended => _mended;

    /// <summary>What a person should look at.</summary>
    public IReadOnlyList<string> Guessed => _guessed;

    public void Mend(string path, string text, int offset, string what) => _mended.Add($"{Place(path, text, offset)}: {what}");

    public void Guess(string what)
    {
        if (!_guessed.Contains(what))
            _guessed.Add(what);
    }

    /// <summary>A place as compilers print it.</summary>
    public static string Place(string path, string text, int offset)
    {
        var at = new LineMap(text).At(Math.Min(offset, text.Length));
        return $"{path}({at.Line + 1},{at.Column + 1})";
    }
}
