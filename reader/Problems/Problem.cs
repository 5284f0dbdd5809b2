using System.Globalization;
using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Reader.Problems;

/// <summary>Something wrong with a contract, and the word that is wrong.</summary>
internal sealed record Problem(ProblemKind Kind, SourcePlace Place, EquatableArray<string> Arguments)
{
    private const int MaxWordLength = 200;

    public string Text => string.Format(CultureInfo.InvariantCulture, Kind.Message, [.. Arguments.Cast<object>()]);

    public static Problem At(ProblemKind kind, SourcePlace place, params string[] arguments) => new(kind, place, new(arguments.Select(Printable)));

    /// <summary>A word from a contract as a message may show it: on one line, and not endless.</summary>
    private static string Printable(string word)
    {
        var line = new string([.. word.Select(static character => IsPrintable(character) ? character : '\uFFFD')]);
        return line.Length <= MaxWordLength ? line : line.Remove(MaxWordLength) + "…";
    }

    private static bool IsPrintable(char character) =>
        !(char.IsControl(character) || char.IsSurrogate(character) || character is '\u2028' or '\u2029');
}
