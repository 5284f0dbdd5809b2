using System.Text;

namespace Esms.Cli.Import.Secrets;

/// <summary>The secrets that were met in what is imported, so that none of them comes out anywhere, be it as a part of another text.</summary>
internal sealed class SecretVault
{
    private const string Hidden = "…";

    /// <summary>Shorter ones are parts of everything.</summary>
    private const int Shortest = 6;

    private readonly HashSet<string> _secrets = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _paths = [];

    /// <summary>A file that the user has named; its name is no secret, whatever it looks like. Only a whole piece inside of it is kept.</summary>
    public void AddPath(string path) => _paths.Add(path);

    /// <summary>Keeps a secret, and how it is written in addresses.</summary>
    public void Add(string secret)
    {
        foreach (var form in new[] { secret.Trim(), Uri.UnescapeDataString(secret).Trim(), Uri.EscapeDataString(secret.Trim()) })
        {
            if (form.Length > 8 || (form.Length >= Shortest && form.Any(static letter => !char.IsAsciiLetter(letter))))
                _secrets.Add(form);
        }
    }

    public bool IsIn(string text) => _secrets.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));

    /// <summary>The pieces of a text that are known secrets, or look like one, in their order and apart from each other.</summary>
    /// <param name="hasNames">Whether names of operations and fields are in it.</param>
    public IReadOnlyList<(int Start, int Length)> FindIn(string text, bool hasNames = false)
    {
        var pieces = new List<(int Start, int Length)>();
        foreach (var (start, length) in SecretLook.FindIn(text, hasNames).Concat(_secrets.SelectMany(secret => Occurrences(text, secret))).Order())
        {
            if (pieces.Count > 0 && pieces[^1] is var last && start <= last.Start + last.Length)
                pieces[^1] = (last.Start, Math.Max(last.Length, start + length - last.Start));
            else
                pieces.Add((start, length));
        }
        return pieces;
    }

    /// <summary>A message without what is secret in it.</summary>
    public string Scrub(string message)
    {
        var named = _paths.SelectMany(path => Occurrences(message, path)).ToList();
        var text = new StringBuilder(message);
        foreach (var (start, length) in FindIn(message, hasNames: true).Reverse())
        {
            // A colon behind the path can be taken for a part of the piece.
            if (!named.Exists(path => path.Start <= start && start + length <= path.Start + path.Length + 1))
                text.Remove(start, length).Insert(start, Hidden);
        }
        return text.ToString();
    }

    private static IEnumerable<(int Start, int Length)> Occurrences(string text, string word)
    {
        for (var at = 0; word.Length > 0 && (at = text.IndexOf(word, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += word.Length)
            yield return (at, word.Length);
    }
}
