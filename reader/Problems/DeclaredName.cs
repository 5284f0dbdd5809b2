namespace Esms.Toolkit.Reader.Problems;

/// <summary>A C# name that a contract declares for the whole assembly.</summary>
internal sealed record DeclaredName(string Name, SourcePlace Place)
{
    /// <summary>Whether it is the name of a group, which many contracts may have.</summary>
    public bool IsGroup { get; init; }
}
