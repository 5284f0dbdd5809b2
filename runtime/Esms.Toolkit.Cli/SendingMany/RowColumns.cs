using Esms.Toolkit.Reader;
using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;

namespace Esms.Cli;

/// <summary>
/// The columns of a file by the fields of an operation: by their C# names or their names on the wire, whatever the letter case and the dashes.
/// </summary>
internal static class RowColumns
{
    /// <exception cref="UsageException">A column is of no field, stands twice, or is missing.</exception>
    /// <param name="header">The names that the file has.</param>
    /// <param name="ignored">The columns that are to be passed over.</param>
    /// <param name="file">The file, for problems.</param>
    public static IReadOnlyList<RowColumn> Of(CsvRow header, Operation operation, IReadOnlyCollection<string> ignored, string file)
    {
        var (columns, problems) = (new List<RowColumn>(), new List<string>());
        foreach (var (name, index) in header.Cells.Select(static (cell, index) => (CellText.Trim(cell), index)))
        {
            // Cells beneath a column without a name are checked when rows are read.
            if (name.Length == 0 || ignored.Any(other => IsSame(other, name)))
                continue;
            var at = $"{file}, column {index + 1}";
            if (Find(name, index, operation) is not { } column)
                problems.Add(
                    $"{at}: there is no '{Plain.Text(name)}' in {operation.Name}{Suggestion.For(name, FieldsOf(operation).Select(static field => field.Name))}"
                );
            else if (columns.Exists(known => known.Field == column.Field && known.Member == column.Member))
                problems.Add($"{at}: '{Plain.Text(name)}' stands there twice.");
            else if (columns.Find(known => known.Field == column.Field && known.Member is null != column.Member is null) is { } other)
                problems.Add($"{at}: '{Plain.Text(name)}' cannot be combined with the column '{Plain.Text(other.Name)}'.");
            else
                columns.Add(column);
        }
        if (problems.Count == 0 && !columns.Exists(static column => column.Field.Name == SendManyOperation.Phone))
            problems.Add($"{file}: there is no column 'phone'. The first line has the names of the columns.");
        return problems.Count == 0
            ? columns
            : throw new UsageException(problems, "--ignore passes over a column; esms contracts show tells the fields.");
    }

    /// <summary>A field by a name that a person gave it; null when there is none.</summary>
    public static Field? Find(string name, Operation operation)
    {
        var plain = CellText.Squeeze(name) switch
        {
            "TO" => "PHONE",
            "TEXT" => "CONTENT",
            "BRAND" => "BRANDNAME",
            var other => other,
        };
        return FieldsOf(operation).FirstOrDefault(field => CellText.Squeeze(field.Name) == plain || CellText.Squeeze(field.Wire) == plain);
    }

    /// <summary>A name that is typed has its marks in the letters, and one of a file can have them behind.</summary>
    private static bool IsSame(string typed, string name) =>
        LatinLetters.WithoutMarks(typed).Equals(LatinLetters.WithoutMarks(name), StringComparison.OrdinalIgnoreCase);

    private static RowColumn? Find(string name, int index, Operation operation)
    {
        if (Find(name, operation) is { } field)
            return new RowColumn(index, name, field, null);
        var parts = name.Split('.', 2);
        return
            parts.Length == 2
            && CellText.Trim(parts[1]) is { Length: > 0 } member
            && Find(parts[0], operation) is { Type.Kind: FieldKind.Map or FieldKind.Pairs } map
            ? new RowColumn(index, name, map, member)
            : null;
    }

    private static IEnumerable<Field> FieldsOf(Operation operation) => operation.Parameters.Where(static field => !field.Sandbox);
}
