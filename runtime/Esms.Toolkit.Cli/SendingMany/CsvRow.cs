namespace Esms.Cli;

/// <summary>A row of a CSV file, quotes taken off.</summary>
/// <param name="Line">The line of the file that it starts in, from 1.</param>
/// <param name="Cells">What stands in its columns.</param>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Cells);
