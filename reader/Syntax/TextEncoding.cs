namespace Esms.Toolkit.Reader.Syntax;

/// <summary>
/// Whether a text came out of UTF-8. Who read the file has its bytes no more; but what other encodings leave behind when they are read as UTF-8 is seen
/// in the text, and what a compiler fell back to it says.
/// </summary>
internal static class TextEncoding
{
    private const string Advice = "Save the file as UTF-8.";

    /// <param name="name">The encoding that the text was read in, where that is known.</param>
    /// <returns>What is wrong, and where; null when nothing is.</returns>
    public static (string Message, int Offset)? Complain(string text, string? name)
    {
        if (text.IndexOfAny(['\0']) is var zero and >= 0 and < 4)
            return (
                $"The file is in UTF-{(text.IndexOf("\0\0", StringComparison.Ordinal) is >= 0 and < 4 ? "32" : "16")} without a byte order mark, not in UTF-8. {Advice}",
                zero
            );
        if (
            FirstOther(text) is var first and >= 0
            && name is not null
            && !name.StartsWith("utf-", StringComparison.OrdinalIgnoreCase)
            && !name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)
        )
            return ($"The file is not in UTF-8; it was read as {name}. {Advice}", first);
        return text.IndexOfAny(['\uFFFD']) is var sign and >= 0
            ? (
                $"The file is not in UTF-8: this character belongs to another encoding, such as Windows-1258 or Latin-1 (ISO-8859-1). {Advice} Where the sign U+FFFD itself is meant, write \\uFFFD.",
                sign
            )
            : null;
    }

    private static int FirstOther(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] > '\u007F')
                return i;
        }
        return -1;
    }
}
