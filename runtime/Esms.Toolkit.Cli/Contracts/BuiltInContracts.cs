using Esms.Toolkit.Contract;
using Esms.Toolkit.Contract.Model;

namespace Esms.Cli;

/// <summary>
/// The contracts in the program. Their names are those of their files, so that nothing is read for a list of names, and one contract for one
/// operation: reading all of them would take longer than a call.
/// </summary>
internal static class BuiltInContracts
{
    private const string Ending = ".esms.json";

    private static readonly string[] FoldersWithoutOperations = ["shared", "inbound"];

    /// <summary>The operations with the folders of their contracts, sorted by both.</summary>
    public static IReadOnlyList<(string Area, string Name)> Operations { get; } =
    [
        .. Resources().Where(static resource => !FoldersWithoutOperations.Contains(AreaOf(resource)))
            .Select(static resource => (AreaOf(resource), NameOf(resource)))
            .OrderBy(static item => item.Item1, StringComparer.Ordinal)
            .ThenBy(static item => item.Item2, StringComparer.Ordinal),
    ];

    /// <summary>Reads one operation, and the types of other files only if it needs some.</summary>
    /// <param name="name">Its name, as it is in <see cref="Operations"/>.</param>
    public static Operation Read(string name)
    {
        var syntax = Parse(Resources().Single(resource => NameOf(resource) == name));
        if (ContractReader.Check(syntax, syntax.Types).Endpoint is { } endpoint)
            return new Operation(endpoint, Index(endpoint.Types));
        var shared = Resources().Where(static resource => AreaOf(resource) == "shared").Select(Parse).ToList();
        var declared = new EquatableArray<DeclaredType>(shared.SelectMany(static file => file.Types).Concat(syntax.Types));
        var found = ContractReader.Check(syntax, declared).Endpoint ?? throw new InvalidDataException($"The contract {name} of this program is wrong.");
        return new Operation(found, Index(shared.SelectMany(file => ContractReader.CheckTypes(file, declared)).Concat(found.Types)));
    }

    private static Dictionary<string, TypeModel> Index(IEnumerable<TypeModel> types) => types.ToDictionary(static type => type.Name, StringComparer.Ordinal);

    private static IEnumerable<string> Resources() =>
        typeof(BuiltInContracts).Assembly.GetManifestResourceNames().Where(static name => name.EndsWith(Ending, StringComparison.Ordinal));

    /// <summary>The name of a resource is the path of its file, with the separators of the machine that built the program.</summary>
    private static string AreaOf(string resource) => resource[..resource.LastIndexOfAny(['/', '\\'])];

    private static string NameOf(string resource) => resource[(AreaOf(resource).Length + 1)..^Ending.Length];

    private static ContractSyntax Parse(string resource)
    {
        using var reader = new StreamReader(typeof(BuiltInContracts).Assembly.GetManifestResourceStream(resource)!);
        return ContractSyntax.Parse(resource, reader.ReadToEnd());
    }
}
