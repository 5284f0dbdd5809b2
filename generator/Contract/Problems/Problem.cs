using System.Globalization;

namespace Esms.Toolkit.Contract.Problems;

/// <summary>Something wrong with a contract, and the word that is wrong.</summary>
internal sealed record Problem(ProblemKind Kind, SourcePlace Place, EquatableArray<string> Arguments)
{
    public string Text => string.Format(CultureInfo.InvariantCulture, Kind.Message, [.. Arguments.Cast<object>()]);
}
