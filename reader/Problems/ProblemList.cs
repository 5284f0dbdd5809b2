using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader.Problems;

/// <summary>Gathers the problems of one file.</summary>
internal sealed class ProblemList(string path, string text)
{
    private readonly List<Problem> _problems = [];
    private LineMap? _lines;

    public IReadOnlyList<Problem> Problems => _problems;

    public bool HasErrors => _problems.Any(static problem => !problem.Kind.IsWarning);

    public void Report(ProblemKind kind, TextRange range, params string[] arguments) => _problems.Add(Problem.At(kind, PlaceOf(range), arguments));

    public SourcePlace PlaceOf(TextRange range)
    {
        _lines ??= new LineMap(text);
        return new SourcePlace(path, range, _lines.At(range.Start), _lines.At(range.End));
    }
}
