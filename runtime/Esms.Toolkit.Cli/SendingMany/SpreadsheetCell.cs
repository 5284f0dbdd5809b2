using System.Globalization;

namespace Esms.Cli;

/// <summary>What spreadsheets leave in cells, and nobody means to send.</summary>
internal static class SpreadsheetCell
{
    private static readonly string[] Errors =
    [
        "#N/A",
        "#NAME?",
        "#REF!",
        "#VALUE!",
        "#DIV/0!",
        "#NULL!",
        "#NUM!",
        "#SPILL!",
        "#CALC!",
        "#GETTING_DATA",
        "#FIELD!",
        "#BLOCKED!",
        "#CONNECT!",
        "#UNKNOWN!",
        "#ERROR!",
    ];

    /// <summary>What is wrong with a cell; null when nothing is.</summary>
    public static string? FindProblem(string cell) =>
        Array.Find(Errors, error => cell.Contains(error, StringComparison.OrdinalIgnoreCase)) is { } error
            ? $"{error} is an error of the spreadsheet. Correct the formula and save the file again."
            : null;

    /// <summary>What to do about a phone number that was stored as a number; empty when it was not.</summary>
    public static string HintForNumber(string cell) =>
        cell.AsSpan().IndexOfAny(".,eE") >= 0 && double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? " The spreadsheet has it as a number: format the column as text."
            : string.Empty;
}
