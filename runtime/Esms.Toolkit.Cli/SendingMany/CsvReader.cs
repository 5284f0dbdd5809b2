using System.Text;

namespace Esms.Cli;

/// <summary>
/// Reads CSV as RFC 4180 has it, and as spreadsheets write it: with commas, semicolons or tabs, with a byte order mark, with line breaks in quotes.
/// Row by row, however long the file is.
/// </summary>
internal static class CsvReader
{
    /// <summary>Bytes that are not UTF-8 are an error: letters that were read wrongly would be sent.</summary>
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="stream">The file.</param>
    /// <param name="name">Its name, for problems.</param>
    /// <returns>All rows, that of the names among them; rows in which every cell is blank are left out.</returns>
    /// <exception cref="InvalidDataException">It is not UTF-8, or a quote is where none may be.</exception>
    public static IEnumerable<CsvRow> Read(Stream stream, string name)
    {
        using var text = new StreamReader(stream, Utf8, detectEncodingFromByteOrderMarks: true);
        var rows = new CsvRows(text, name);
        while (Next(rows, name) is { } row)
        {
            if (row.Cells.Any(static cell => !string.IsNullOrWhiteSpace(cell)))
                yield return row;
        }
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
