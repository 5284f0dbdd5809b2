namespace Esms.Toolkit.Reader.Syntax;

/// <summary>A place in a contract text; both numbers count from zero, the column in UTF-16 units.</summary>
internal readonly record struct LinePosition(int Line, int Column);
