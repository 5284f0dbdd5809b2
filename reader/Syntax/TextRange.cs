namespace Esms.Toolkit.Reader.Syntax;

/// <summary>A piece of a contract text, in UTF-16 units.</summary>
internal readonly record struct TextRange(int Start, int Length)
{
    public int End => Start + Length;
}
