using Esms.Toolkit.Contract;
using Esms.Toolkit.Contract.Model;

namespace Esms.Emulator;

/// <summary>The contracts that the emulator serves: those built in, and those of a folder.</summary>
internal static class ContractLibrary
{
    private const string Ending = ".esms.json";

    /// <exception cref="InvalidDataException">A contract is wrong.</exception>
    public static IEnumerable<EndpointModel> Load(string? folder)
    {
        IEnumerable<string> own = folder is null ? [] : Directory.EnumerateFiles(folder, $"*{Ending}", SearchOption.AllDirectories);
        return own.Order(StringComparer.Ordinal).Select(static path => Read(path, File.ReadAllText(path))).Concat(LoadBuiltIn());
    }

    private static IEnumerable<EndpointModel> LoadBuiltIn()
    {
        var assembly = typeof(ContractLibrary).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(static name => name.EndsWith(Ending, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return Read(name, reader.ReadToEnd());
        }
    }

    private static EndpointModel Read(string path, string text)
    {
        var file = ContractReader.Read(path, text);
        return file.Endpoint ?? throw new InvalidDataException(string.Join(
            Environment.NewLine,
            file.Problems.Select(static problem => $"{problem.Place.Path}({problem.Place.From.Line + 1},{problem.Place.From.Column + 1}): {problem.Kind.Id}: {problem.Text}")));
    }
}
