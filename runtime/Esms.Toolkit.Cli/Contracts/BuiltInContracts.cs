using Esms.Toolkit.Reader;
using Esms.Toolkit.Reader.Model;
using Esms.Toolkit.Reader.Problems;

namespace Esms.Cli;

/// <summary>
/// The contracts in the program. Their names are those of their files, so that nothing is read for a list of names; and for one operation one
/// contract is read, with the types of others that it names. All of them would take longer than a call.
/// </summary>
internal static class BuiltInContracts
{
    private const string Ending = ".esms.json";
    private const string Shared = "shared";
    private const string Inbound = "inbound";

    private static readonly List<ContractName> All = FindAll();

    /// <summary>The operations with the folders of their contracts, sorted by both.</summary>
    public static IEnumerable<ContractName> Operations => All.Where(static contract => contract.Area is not (Shared or Inbound));

    /// <param name="name">A name of <see cref="Operations"/>.</param>
    public static Operation Read(string name)
    {
        var syntax = Parse(All.Find(contract => contract.Name == name)!);
        var file = ContractReader.Check(syntax, syntax.Types);
        List<ContractSyntax> others = [];
        while (file.Model is null && Find(MissingType(file, name), others) is { Count: > 0 } found)
        {
            others.AddRange(found);
            file = ContractReader.Check(syntax, Declared(others, syntax));
        }
        var types = new Dictionary<string, TypeModel>(StringComparer.Ordinal);
        foreach (var other in others)
            Add(ContractReader.CheckTypes(other, Declared(others, syntax)), types);
        var endpoint = (EndpointModel)file.Model!;
        Add(endpoint.Types, types);
        return new Operation(endpoint, types);
    }

    private static string MissingType(ContractFile file, string name)
    {
        foreach (var problem in file.Problems)
        {
            if (problem.Kind == ProblemKinds.UnknownType)
                return problem.Arguments[0];
        }
        throw new InvalidDataException($"The contract {name} of this program is wrong: {file.Problems[0].Text}");
    }

    /// <summary>The file that has the name of a type; a type that has none of its own is searched for in all.</summary>
    private static List<ContractSyntax> Find(string type, List<ContractSyntax> known)
    {
        var shared = All.FindAll(contract => contract.Area == Shared && !known.Exists(syntax => syntax.Path == contract.Resource));
        return shared.Find(contract => contract.Name == type) is { } own ? [Parse(own)] : shared.ConvertAll(Parse);
    }

    private static EquatableArray<DeclaredType> Declared(List<ContractSyntax> others, ContractSyntax own)
    {
        var declared = new List<DeclaredType>(own.Types);
        others.ForEach(other => declared.AddRange(other.Types));
        return new(declared);
    }

    private static void Add(EquatableArray<TypeModel> from, Dictionary<string, TypeModel> types)
    {
        foreach (var type in from)
            types.Add(type.Name, type);
    }

    private static List<ContractName> FindAll()
    {
        var found = new List<ContractName>();
        foreach (var resource in typeof(BuiltInContracts).Assembly.GetManifestResourceNames())
        {
            // The name of a resource is the path of its file, with the separators of the machine that built the program.
            if (resource.EndsWith(Ending, StringComparison.Ordinal) && resource.LastIndexOfAny(['/', '\\']) is var end and > 0)
                found.Add(new ContractName(resource[..end], resource[(end + 1)..^Ending.Length], resource));
        }
        found.Sort(static (left, right) => string.CompareOrdinal(left.Resource, right.Resource));
        return found;
    }

    private static ContractSyntax Parse(ContractName contract)
    {
        using var reader = new StreamReader(typeof(BuiltInContracts).Assembly.GetManifestResourceStream(contract.Resource)!);
        return ContractSyntax.Parse(contract.Resource, reader.ReadToEnd());
    }
}

/// <summary>Where a contract is.</summary>
/// <param name="Area">Its folder.</param>
/// <param name="Name">Its operation, or whatever else it is about.</param>
internal sealed record ContractName(string Area, string Name, string Resource);
