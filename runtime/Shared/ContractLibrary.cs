using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit.Reader;

/// <summary>The contracts of a program: those of a folder, which come first, and those built in.</summary>
internal sealed class ContractLibrary
{
    /// <summary>Read once: they never change, and every test starts a program.</summary>
    private static readonly Lazy<ContractLibrary> BuiltIn = new(static () => Check([.. LoadBuiltIn()]));

    private ContractLibrary(IReadOnlyList<ContractModel> models)
    {
        Endpoints = [.. models.OfType<EndpointModel>()];
        Inbound = models
            .OfType<InboundModel>()
            .GroupBy(static call => call.Name, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
        Types = Endpoints
            .SelectMany(static endpoint => endpoint.Types)
            .Concat(models.OfType<SharedTypes>().SelectMany(static shared => shared.Types))
            .GroupBy(static type => type.Name, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
        Codes = models.OfType<CodeTable>().FirstOrDefault()?.Rows.ToList() ?? [];
    }

    public IReadOnlyList<EndpointModel> Endpoints { get; }

    public IReadOnlyDictionary<string, InboundModel> Inbound { get; }

    public IReadOnlyDictionary<string, TypeModel> Types { get; }

    /// <summary>The result codes that all calls share.</summary>
    public IReadOnlyList<CodeRow> Codes { get; }

    /// <exception cref="InvalidDataException">A contract is wrong.</exception>
    public static ContractLibrary Load(string? folder)
    {
        if (folder is null)
            return BuiltIn.Value;
        return Check([.. ContractPaths.In(folder).Select(static path => ContractSyntax.Parse(path, File.ReadAllText(path))), .. LoadBuiltIn()]);
    }

    private static ContractLibrary Check(IReadOnlyList<ContractSyntax> files)
    {
        var types = new EquatableArray<DeclaredType>(files.SelectMany(static file => file.Types));
        return new ContractLibrary([.. files.Select(file => Check(file, types))]);
    }

    private static IEnumerable<ContractSyntax> LoadBuiltIn()
    {
        var assembly = typeof(ContractLibrary).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(static name => ContractPaths.IsContract(name)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return ContractSyntax.Parse(name, reader.ReadToEnd());
        }
    }

    private static ContractModel Check(ContractSyntax syntax, EquatableArray<DeclaredType> types)
    {
        var file = ContractReader.Check(syntax, types);
        var errors = file.Problems.Where(static problem => !problem.Kind.IsWarning).ToList();
        return errors.Count == 0
            ? file.Model!
            : throw new InvalidDataException(string.Join(Environment.NewLine, errors.Select(static problem => problem.InOneLine())));
    }
}
