using Esms.Toolkit.Reader.Problems;

namespace Esms.Toolkit.Reader;

/// <summary>How programs print problems of contracts: as compilers do, so that editors find the place.</summary>
internal static class ProblemText
{
    /// <summary>Path, line, column, id and text.</summary>
    public static string InOneLine(this Problem problem) => $"{problem.Location()}: {problem.Kind.Id}: {problem.Text}";

    /// <summary>Path, line and column, counted from one.</summary>
    public static string Location(this Problem problem) => $"{problem.Place.Path}({problem.Place.From.Line + 1},{problem.Place.From.Column + 1})";
}
