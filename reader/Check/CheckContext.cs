using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;

namespace Esms.Toolkit.Reader.Check;

/// <summary>What the checks of one file share: where problems go, and the types that all files declare.</summary>
internal sealed record CheckContext(ProblemList Problems, EquatableArray<DeclaredType> Types);
