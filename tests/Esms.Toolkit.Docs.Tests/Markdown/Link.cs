namespace Esms.Docs.Tests.Markdown;

/// <summary>A link or a picture.</summary>
/// <param name="Path">The page it stands on.</param>
/// <param name="Line">Its line there, counted from one.</param>
internal sealed record Link(string Path, int Line, string Target)
{
    public bool IsInternal => !Target.Contains("://", StringComparison.Ordinal) && !Target.StartsWith("mailto:", StringComparison.Ordinal);

    public override string ToString() => $"{Path}({Line}): {Target}";
}
