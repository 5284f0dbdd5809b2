using System.Text;

namespace Esms.Cli;

/// <summary>Texts of others, made safe for a terminal: what could move its cursor or change its colours is shown as a code.</summary>
internal static class Plain
{
    public static string Text(string text)
    {
        if (!text.Any(static letter => IsUnsafe(letter)))
            return text;
        var plain = new StringBuilder();
        foreach (var letter in text)
        {
            if (IsUnsafe(letter))
                plain.Append(letter is '\n' ? "⏎" : $"\\u{(int)letter:x4}");
            else
                plain.Append(letter);
        }
        return plain.ToString();
    }

    /// <summary>Control characters, halves of characters, and the marks that turn the direction of a text around.</summary>
    private static bool IsUnsafe(char letter) => char.IsControl(letter) || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
