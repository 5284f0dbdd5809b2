using Esms.Toolkit.Reader;
using Esms.Toolkit.Reader.Model;

namespace Esms.Cli.Export;

/// <summary>
/// What is exported: operations in the order of their names, the calls that eSMS makes, the types that both use, and the result codes.
/// </summary>
internal sealed record ExportSet(
    IReadOnlyList<EndpointModel> Endpoints,
    IReadOnlyList<InboundModel> Inbound,
    IReadOnlyDictionary<string, TypeModel> Types,
    IReadOnlyList<CodeRow> Codes
)
{
    /// <param name="folder">A folder with contracts of one's own, which come beside the built-in ones.</param>
    /// <param name="operations">The operations and inbound calls that are wanted; none for all.</param>
    /// <exception cref="InvalidDataException">A contract is wrong, or there is no such operation.</exception>
    public static ExportSet Load(string? folder, IReadOnlyList<string> operations)
    {
        var library = ContractLibrary.Load(folder);
        var known = library.Endpoints.Select(static endpoint => endpoint.Operation).Concat(library.Inbound.Keys).ToList();
        if (operations.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new InvalidDataException(
                $"There is no operation {unknown}{Toolkit.Reader.Problems.Suggestion.For(unknown, known)} `esms contracts list` shows all."
            );
        // A contract of the folder takes the place of a built-in one of the same name.
        return new ExportSet(
            [
                .. library
                    .Endpoints.Where(endpoint => IsWanted(endpoint.Operation))
                    .DistinctBy(static endpoint => endpoint.Operation)
                    .OrderBy(static endpoint => endpoint.Operation, StringComparer.Ordinal),
            ],
            [.. library.Inbound.Values.Where(call => IsWanted(call.Name)).OrderBy(static call => call.Name, StringComparer.Ordinal)],
            library.Types,
            library.Codes
        );

        bool IsWanted(string name) => operations.Count == 0 || operations.Contains(name);
    }
}
