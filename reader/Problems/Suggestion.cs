namespace Esms.Toolkit.Reader.Problems;

/// <summary>"Did you mean": the known word nearest to the one that stands in the contract.</summary>
internal static class Suggestion
{
    /// <summary>A longer word is no slip of the pen, and the search, which grows with its square, would hold up the build.</summary>
    private const int MaxLength = 40;

    /// <returns>A half-sentence to append to a message, or nothing where no word is near.</returns>
    public static string For(string word, IEnumerable<string> known) =>
        Nearest(word, known) is { } nearest ? $"; did you mean '{nearest}'?" : string.Empty;

    /// <returns>The known word that is probably meant; null where none is near.</returns>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        if (word.Length > MaxLength)
            return null;

        // One slip for every three letters: "reqest" is meant to be "request", "get" is not meant to be "name".
        var limit = Math.Max(1, word.Length / 3);
        return known
            .Where(candidate => Math.Abs(candidate.Length - word.Length) <= limit)
            .Select(candidate => (Word: candidate, Distance: Distance(word, candidate)))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(static candidate => candidate.Distance)
            .ThenBy(static candidate => candidate.Word, StringComparer.Ordinal)
            .Select(static candidate => candidate.Word)
            .FirstOrDefault();
    }

    /// <summary>How many slips lie between two words: a letter too many, too few or wrong, or two that changed places; letter case aside.</summary>
    private static int Distance(string left, string right)
    {
        var before = new int[right.Length + 1];
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = IsSame(left[i - 1], right[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + substitution);
                if (i > 1 && j > 1 && IsSame(left[i - 1], right[j - 2]) && IsSame(left[i - 2], right[j - 1]))
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }
            (before, previous) = (previous, current);
        }
        return previous[right.Length];
    }

    private static bool IsSame(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
