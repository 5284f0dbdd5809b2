using Esms.Cli.Import.Secrets;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Cli.Import;

/// <summary>What an import has to say: what it mended, guessed, hid and refused. It asks nothing, and no secret is in it.</summary>
internal sealed class Notes
{
    private readonly List<string> _mended = [];
    private readonly List<string> _guessed = [];
    private readonly List<string> _hidden = [];
    private readonly List<string> _refused = [];

    public SecretVault Secrets { get; } = new();

    /// <summary>What was broken, each with its file, line and column.</summary>
    public IEnumerable<string> Mended => _mended.Select(Secrets.Scrub);

    /// <summary>What a person should look at.</summary>
    public IEnumerable<string> Guessed => _guessed.Select(Secrets.Scrub);

    /// <summary>Values that look like secrets, each with its place. Something else is in their place.</summary>
    public IEnumerable<string> Hidden => _hidden.Select(Secrets.Scrub);

    /// <summary>What a contract has no place for and the call may need, each with its place.</summary>
    public IEnumerable<string> Refused => _refused.Select(Secrets.Scrub);

    public void Mend(string path, string text, int offset, string what) => _mended.Add($"{Place(path, text, offset)}: {what}");

    public void Guess(string what) => Add(_guessed, what);

    public void Hide(string place, string what) => Add(_hidden, $"{place}: {what}");

    public void Refuse(string place, string what) => Add(_refused, $"{place}: {what}");

    /// <summary>A place as compilers print it.</summary>
    public static string Place(string path, string text, int offset)
    {
        var at = new LineMap(text).At(Math.Min(offset, text.Length));
        return $"{path}({at.Line + 1},{at.Column + 1})";
    }

    /// <summary>An error at a place, without what is secret in its words.</summary>
    public InvalidDataException Fail(string place, string why) => new($"{place}: {Secrets.Scrub(why)}");

    private static void Add(List<string> list, string line)
    {
        if (!list.Contains(line))
            list.Add(line);
    }
}
