using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;

namespace Esms.Toolkit;

/// <summary>Finds the names in contracts that the built-in contracts have too: in the namespace of the project, they hide the built-in classes.</summary>
internal static class HiddenNames
{
    public static EquatableArray<Problem> Find(IEnumerable<EquatableArray<DeclaredName>> files, GeneratorSettings settings) =>
        settings.HasBuiltInClients
            ? new(files.SelectMany(static names => names).Where(static name => IsBuiltIn(name)).Select(name => ProblemOf(name, settings)))
            : EquatableArray<Problem>.Empty;

    private static bool IsBuiltIn(DeclaredName name) => (name.IsGroup ? BuiltInNames.Groups : BuiltInNames.Others).Contains(name.Name);

    private static Problem ProblemOf(DeclaredName name, GeneratorSettings settings) =>
        Problem.At(ProblemKinds.HidesBuiltIn, name.Place, name.Name, settings.Namespace);
}
