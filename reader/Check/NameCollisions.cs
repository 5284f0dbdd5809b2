using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;

namespace Esms.Toolkit.Reader.Check;

/// <summary>C# names that more than one contract declares. Letter case does not tell names apart, because it would not in file names.</summary>
internal sealed record NameCollisions(EquatableArray<string> Names, EquatableArray<Problem> Problems)
{
    public static NameCollisions Find(IEnumerable<EquatableArray<DeclaredName>> files)
    {
        var groups = files
            .SelectMany(static names => names)
            .Where(static name => !name.IsGroup)
            .GroupBy(static name => name.Name, StringComparer.OrdinalIgnoreCase)
            .Where(static group => group.Count() > 1)
            .OrderBy(static group => group.Key, StringComparer.OrdinalIgnoreCase)
            .Select(static group => group.OrderBy(static name => name.Place.Path, StringComparer.Ordinal).ToList())
            .ToList();
        var names = groups.SelectMany(static group => group).Select(static name => name.Name).Distinct(StringComparer.Ordinal);
        return new NameCollisions(new(names), new(groups.SelectMany(ProblemsOf)));
    }

    /// <summary>Whether a contract declares a name that another file declares too.</summary>
    public static bool Touches(ContractModel contract, EquatableArray<string> taken) =>
        taken.Any(name => name == contract.Name || contract.Types.Any(type => type.Name == name));

    private static IEnumerable<Problem> ProblemsOf(List<DeclaredName> group) =>
        group.Select(
            (name, i) => Problem.At(ProblemKinds.NameTaken, name.Place, name.Name, OtherFile(group[i == 0 ? 1 : 0].Place.Path, name.Place.Path))
        );

    /// <summary>The name of the other file; of two with one name, the folders in which they differ too, as in app/out/GetThing.esms.json.</summary>
    private static string OtherFile(string other, string own)
    {
        if (Path.GetFileName(other) != Path.GetFileName(own))
            return Path.GetFileName(other);
        var (parts, ownParts) = (other.Split('/', '\\'), own.Split('/', '\\'));
        var common = parts.Zip(ownParts, static (one, two) => one == two).TakeWhile(static isSame => isSame).Count();
        return string.Join("/", parts.Skip(Math.Min(Math.Max(common - 1, 0), parts.Length - 1)));
    }
}
