using System.Globalization;

namespace Esms.Cli;

/// <summary>What can be seen of a cell, and what cannot be sent.</summary>
internal static class CellText
{
    /// <summary>Whether nothing of a text can be seen: it has only spaces, of any kind, and characters without a width.</summary>
    public static bool IsBlank(string text) => text.All(static letter => IsInvisible(letter));

    /// <summary>Takes away what cannot be seen at both ends.</summary>
    public static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsInvisible(text[start]))
            start++;
        while (end > start && IsInvisible(text[end - 1]))
            end--;
        return text[start..end];
    }

    /// <summary>The text without spaces, dashes, and characters without a width.</summary>
    public static string Squeeze(string text) =>
        string.Concat(text.Where(static letter => !IsInvisible(letter) && letter is not ('-' or '_'))).ToUpperInvariant();

    /// <summary>Finds a control character other than a line break or a tab. It comes from a broken export, and no phone shows it.</summary>
    /// <returns>What is wrong; null when nothing is.</returns>
    public static string? FindProblem(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] is not ('\r' or '\n' or '\t'))
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"the control character U+{(int)text[i]:X4} at {i + 1} cannot be sent. Remove it, or export the file again."
                );
        }
        return null;
    }

    private static bool IsInvisible(char letter) => char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format;
}
