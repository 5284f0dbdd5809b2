namespace Esms.Docs.Tests.Markdown;

/// <summary>A block of code on a page.</summary>
/// <param name="Path">The page, from the root of the repository.</param>
/// <param name="Line">The line of its first line of code, counted from one.</param>
/// <param name="Language">What stands behind the fence; empty where nothing does, and for indented blocks.</param>
/// <param name="Marks">What the comment in front says, <c>&lt;!-- snippet: … --&gt;</c>; see CONTRIBUTING.md.</param>
internal sealed record Block(string Path, int Line, string Language, string Text, IReadOnlyList<string> Marks)
{
    public bool Has(string mark) => Marks.Contains(mark, StringComparer.Ordinal);

    /// <summary>Where a line of the block stands, as compilers say it.</summary>
    public string At(int line = 0) => $"{Path}({Line + line})";
}
