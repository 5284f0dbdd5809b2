using System.Text;
using nietras.SeparatedValues;

namespace Esms.Cli;

/// <summary>
/// Reads CSV as RFC 4180 has it, and as Excel writes it in Vietnam: with commas, semicolons or tabs, with a mark in front that tells UTF-8, with line
/// breaks in quotes. Row by row, however long the file is.
/// </summary>
internal static class CsvReader
{
    /// <summary>Bytes that are no UTF-8 are an error: letters that were read wrongly would be sent.</summary>
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="stream">The file.</param>
    /// <param name="name">Its name, for problems.</param>
    /// <returns>All rows, that of the names among them; lines that are empty are left out.</returns>
    /// <exception cref="InvalidDataException">It is no UTF-8, or a quote is never closed.</exception>
    public static IEnumerable<CsvRow> Read(Stream stream, string name)
    {
        using var text = new StreamReader(stream, Utf8, detectEncodingFromByteOrderMarks: true);
        using var reader = Open(text, name);
        while (Next(reader, name))
        {
            var row = new CsvRow(reader.Current.LineNumberFrom, CellsOf(reader));
            if (row.Cells is not [var only] || !string.IsNullOrWhiteSpace(only))
                yield return row;
        }
    }

    /// <summary>The counts of columns are compared by ourselves, for the message of the library shows the whole row.</summary>
    private static SepReader Open(TextReader text, string name) =>
        Guard(name, () => Sep.Reader(static options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true }).From(text));

    private static bool Next(SepReader reader, string name) => Guard(name, reader.MoveNext);

    private static string[] CellsOf(SepReader reader)
    {
        var row = reader.Current;
        var cells = new string[row.ColCount];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = row[i].ToString();
        return cells;
    }

    private static T Guard<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"{name} is not UTF-8. In Excel, save it as 'CSV UTF-8'.");
        }
        catch (NotSupportedException)
        {
            // The library takes no row of more than sixteen million characters, nor one of endlessly many columns.
            throw new InvalidDataException($"{name} has a row without end: a quote is never closed.");
        }
    }
}
