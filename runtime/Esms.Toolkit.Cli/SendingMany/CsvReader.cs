using System.Text;

namespace Esms.Cli;

/// <summary>
/// Reads CSV as RFC 4180 has it, and as spreadsheets write it: with commas, semicolons or tabs, with a byte order mark, with line breaks in quotes.
/// Row by row, however long the file is.
/// </summary>
internal static class CsvReader
{
    /// <summary>
    /// The encodings that a byte order mark can name; the one without a mark is the last. Bytes that are no letters are an error: letters that were read
    /// wrongly would be sent.
    /// </summary>
    private static readonly Encoding[] Encodings =
    [
        new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
    ];

    /// <param name="stream">The file, from its beginning.</param>
    /// <param name="name">Its name, for problems.</param>
    /// <returns>All rows, that of the names among them; rows in which every cell is blank are left out.</returns>
    /// <exception cref="InvalidDataException">It is not UTF-8, or a quote is where none may be.</exception>
    public static IEnumerable<CsvRow> Read(Stream stream, string name)
    {
        using var text = new StreamReader(stream, FindEncoding(stream), detectEncodingFromByteOrderMarks: false);
        var rows = new CsvRows(text, name);
        while (Next(rows, name) is { } row)
        {
            if (row.Cells.Any(static cell => !string.IsNullOrWhiteSpace(cell)))
                yield return row;
        }
    }

    /// <summary>Leaves the stream behind the byte order mark.</summary>
    private static Encoding FindEncoding(Stream stream)
    {
        Span<byte> start = stackalloc byte[4];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        foreach (var encoding in Encodings)
        {
            if (!start.StartsWith(encoding.Preamble))
                continue;
            stream.Position = encoding.Preamble.Length;
            return encoding;
        }
        stream.Position = 0;
        return Encodings[^1];
    }

    private static CsvRow? Next(CsvRows rows, string name)
    {
        try
        {
            return rows.Next();
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"{name} is not UTF-8. In Excel, save it as 'CSV UTF-8'.");
        }
    }
}
