using Esms.Toolkit.Reader.Syntax;

namespace Esms.Toolkit.Reader.Problems;

/// <summary>A place in a file, told in plain values only: it compares by value and keeps no text alive.</summary>
internal sealed record SourcePlace(string Path, TextRange Range, LinePosition From, LinePosition To);
