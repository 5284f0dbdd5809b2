using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Syntax;

namespace Esms.Cli;

/// <summary>Makes requests of rows, and tells what is wrong with them: all of it, with the line and the column.</summary>
internal sealed class RowReader
{
    private readonly Operation _operation;
    private readonly IReadOnlyList<RowColumn> _columns;
    private readonly IReadOnlyDictionary<Field, Given> _always;
    private readonly IReadOnlyList<string> _header;
    private readonly bool _folds;
    private readonly bool _isTrial;
    private readonly string _file;
    private readonly EsmsSegmentRules _rules;
    private readonly Field? _unicode;
    private readonly int _maxSegments;

    public RowReader(SendManyOrder order, CsvRow header)
    {
        (_operation, _always, _folds, _isTrial, _file) = (order.Operation, order.Always, order.Folds, order.IsTrial, order.FileName);
        _columns = RowColumns.Of(header, _operation, order.Ignored, _file);
        _header = header.Cells;
        _rules = EsmsSegmentRules.Of(order.MessageType);
        _maxSegments = order.MaxSegments;
        _unicode = _operation.Parameter(SendManyOperation.IsUnicode);
    }

    /// <exception cref="UsageException">Something is wrong with it.</exception>
    public MessageRow Read(CsvRow row)
    {
        if (row.Cells.Count != _header.Count)
            throw new UsageException($"{_file}({row.Line}): there are {row.Cells.Count} columns, and the first line has {_header.Count}.");
        var given = new Dictionary<Field, Given>(_always);
        var problems = FindUnnamed(row).ToList();
        var phone = default(EsmsPhoneNumber);
        string? text = null;
        foreach (var column in _columns.Where(column => !CellText.IsBlank(row.Cells[column.Index])))
        {
            var (cell, place) = (row.Cells[column.Index], $"{_file}({row.Line}), {Plain.Text(column.Name)}");
            if ((SpreadsheetCell.FindProblem(cell) ?? CellText.FindProblem(cell)) is { } problem)
                problems.Add($"{place}: {problem}");
            if (column.Field.Name == SendManyOperation.Phone)
                cell = ReadPhone(cell, place, problems, out phone);
            else if (column.Field.Name == SendManyOperation.Content)
                (text, cell) = (cell, _folds ? EsmsMessageText.Fold(cell) : cell);
            Add(given, column, place, cell, problems);
        }
        if (Check(row, given, problems) is not { } request)
            throw new UsageException(problems, advice: null);
        var measure = Measure(request);
        return measure.Segments <= _maxSegments
            ? new MessageRow(row.Line, phone, text, request, measure)
            : throw new UsageException($"{_file}({row.Line}): the text takes {measure.Segments} SMS, and --max-segments allows {_maxSegments}.");
    }

    /// <summary>Nothing of a row is dropped silently: a text with a separator in it, and without quotes, goes on in the next column.</summary>
    private IEnumerable<string> FindUnnamed(CsvRow row) =>
        row
            .Cells.Select(static (cell, index) => (Cell: cell, Index: index))
            .Where(item => CellText.IsBlank(_header[item.Index]) && !CellText.IsBlank(item.Cell))
            .Select(item =>
                $"{_file}({row.Line}), column {item.Index + 1}: this cell is not blank, and the first line has no name for its column. "
                + "If it is the rest of a text, put the whole text in quotes."
            );

    private static string ReadPhone(string cell, string place, List<string> problems, out EsmsPhoneNumber phone)
    {
        if (EsmsPhoneNumber.TryParse(cell, out phone, out var problem))
            return phone.National;
        problems.Add($"{place}: {PhoneText.Describe(problem)}{SpreadsheetCell.HintForNumber(cell)}");
        return cell;
    }

    private static void Add(Dictionary<Field, Given> given, RowColumn column, string place, string cell, List<string> problems)
    {
        try
        {
            if (column.Member is { } member)
                given[column.Field] = With(
                    given.GetValueOrDefault(column.Field),
                    place,
                    new JsonMember(member, default, new JsonText(default, cell))
                );
            else
                given[column.Field] = IsJson(column.Field) ? Given.Json(place, cell) : Given.Text(place, cell);
        }
        catch (UsageException exception)
        {
            problems.AddRange(exception.Problems);
        }
    }

    private static Given With(Given? map, string place, JsonMember member) =>
        new(place, new JsonObject(default, [.. ((map?.Node as JsonObject)?.Members ?? []).Where(known => known.Name != member.Name), member]));

    private static bool IsJson(Field field) => field.Type.IsList || field.Type.Kind is FieldKind.Object or FieldKind.Map or FieldKind.Pairs;

    /// <returns>Null when there are problems.</returns>
    private CallRequest? Check(CsvRow row, Dictionary<Field, Given> given, List<string> problems)
    {
        MarkUnicode(given);
        try
        {
            var request = RequestReader.Read(_operation, given, body: null, _isTrial ? true : null, field => $"{_file}({row.Line}): '{field.Name}'");
            if (_operation.Parameter(SendManyOperation.Content) is { } content && request.TextOf(content) is { } text && CellText.IsBlank(text))
                problems.Add($"{_file}({row.Line}): '{content.Name}' is blank: nothing of the text can be seen.");
            return problems.Count == 0 ? request : null;
        }
        catch (UsageException exception)
        {
            problems.AddRange(exception.Problems);
            return null;
        }
    }

    /// <summary>As <c>esms send</c> does: a text with letters that GSM has not needs the switch.</summary>
    private void MarkUnicode(Dictionary<Field, Given> given)
    {
        if (_unicode is { } field && !given.ContainsKey(field) && ContentOf(given) is { } text && !EsmsMessageText.IsGsm(text))
            given[field] = Given.Text(SendManyOperation.IsUnicode, "true");
    }

    private static string? ContentOf(Dictionary<Field, Given> given) =>
        (given.FirstOrDefault(static pair => pair.Key.Name == SendManyOperation.Content).Value?.Node as JsonText)?.Value;

    private EsmsTextMeasure Measure(CallRequest request)
    {
        var text = _operation.Parameter(SendManyOperation.Content) is { } field ? request.TextOf(field) : null;
        var isUnicode = _unicode is { } flag && request.TextOf(flag) is "1" or "true";
        return EsmsMessageText.Measure(text ?? string.Empty, _rules, isUnicode);
    }
}
