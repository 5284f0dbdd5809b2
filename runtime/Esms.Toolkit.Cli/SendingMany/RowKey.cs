using System.Globalization;

namespace Esms.Cli;

/// <summary>
/// The key of a row: what it sends, and how many rows before it send the same. A file that is saved in another form, or sorted, has the same keys.
/// </summary>
/// <param name="Content">The hash of what it sends.</param>
/// <param name="Copy">How many rows before it in the file are the same.</param>
internal readonly record struct RowKey(UInt128 Content, int Copy)
{
    private const int Digits = 32;

    /// <summary>Reads the key of a row in an outbox; false for a row that this command did not put there.</summary>
    public static bool TryParse(string text, out RowKey key)
    {
        key = default;
        var copy = 0;
        if (
            text.Length < Digits
            || !UInt128.TryParse(text.AsSpan(0, Digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var content)
            || (
                text.Length > Digits
                && (text[Digits] != '-' || !int.TryParse(text.AsSpan(Digits + 1), NumberStyles.None, CultureInfo.InvariantCulture, out copy))
            )
        )
            return false;
        key = new RowKey(content, copy);
        return true;
    }

    public override string ToString() =>
        Content.ToString("X32", CultureInfo.InvariantCulture) + (Copy > 0 ? string.Create(CultureInfo.InvariantCulture, $"-{Copy}") : string.Empty);
}
