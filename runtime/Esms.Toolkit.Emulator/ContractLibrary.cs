using Esms.Toolkit.Contract;
using Esms.Toolkit.Contract.Model;
using Esms.Toolkit.Contract.Problems;

namespace Esms.Emulator;

/// <summary>The contracts that the emulator serves: those built in, and those of a folder.</summary>
internal static class ContractLibrary
{
    private const string Ending = ".esms.json";

    /// <exception cref="InvalidDataException">A contract is wrong.</exception>
    public static IEnumerable<EndpointModel> Load(string? folder)
    {
        IEnumerable<string> own = folder is null ? [] : Directory.EnumerateFiles(folder, $"*{Ending}", SearchOption.AllDirectories);
        var files = own.Order(StringComparer.Ordinal).Select(static path => ContractSyntax.Parse(path, File.ReadAllText(path))).Concat(LoadBuiltIn()).ToList();
        var types = new EquatableArray<DeclaredType>(files.SelectMany(static file => file.Types));
        return [.. files.Select(file => Check(file, types)).OfType<EndpointModel>()];
    }

    private static IEnumerable<ContractSyntax> LoadBuiltIn()
    {
        var assembly = typeof(ContractLibrary).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(static name => name.EndsWith(Ending, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return ContractSyntax.Parse(name, reader.ReadToEnd());
        }
    }

    /// <returns>The endpoint; null for a file that has only types.</returns>
    private static EndpointModel? Check(ContractSyntax syntax, EquatableArray<DeclaredType> types)
    {
        var file = ContractReader.Check(syntax, types);
        var errors = file.Problems.Where(static problem => !problem.Kind.IsWarning).ToList();
        return errors.Count == 0 ? file.Endpoint : throw new InvalidDataException(string.Join(Environment.NewLine, errors.Select(Describe)));
    }

    private static string Describe(Problem problem) =>
        $"{problem.Place.Path}({problem.Place.From.Line + 1},{problem.Place.From.Column + 1}): {problem.Kind.Id}: {problem.Text}";
}
