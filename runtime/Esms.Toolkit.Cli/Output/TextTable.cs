namespace Esms.Cli;

/// <summary>Columns, as wide as what stands in them.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    public static void Write(TextWriter output, IReadOnlyList<IReadOnlyList<string>> rows, string indent = "")
    {
        if (rows.Count == 0)
            return;
        var columns = rows.Max(static row => row.Count);
        var widths = Enumerable.Range(0, columns).Select(column => rows.Max(row => column < row.Count ? row[column].Length : 0)).ToList();
        foreach (var row in rows)
            output.WriteLine($"{indent}{string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column])))}".TrimEnd());
    }
}
