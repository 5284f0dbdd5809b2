using Esms.Toolkit.Reader;

namespace Esms.Cli;

/// <summary>The operations that can be called: those of a folder, if one is named, and those built in.</summary>
internal sealed class OperationCatalog
{
    private readonly ContractLibrary? _own;

    private OperationCatalog(ContractLibrary? own) => _own = own;

    public static OperationCatalog BuiltIn { get; } = new(own: null);

    /// <exception cref="UsageException">There is no such folder, or a contract in it is wrong.</exception>
    public static OperationCatalog Open(string? folder)
    {
        if (folder is null)
            return BuiltIn;
        try
        {
            if (Directory.Exists(folder))
                _ = ContractFiles.Find(folder);
            return new OperationCatalog(ContractLibrary.Load(folder));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new UsageException($"--contracts: {exception.Message}", "esms contracts check shows each mistake in its line.");
        }
    }

    public IEnumerable<string> Names =>
        _own is null
            ? BuiltInContracts.Operations.Select(static item => item.Name)
            : _own.Endpoints.Select(static endpoint => endpoint.Operation).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <param name="name">The name, letter case aside.</param>
    /// <returns>Null when there is no such operation.</returns>
    public Operation? Find(string name)
    {
        if (Names.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } found)
            return null;
        return _own is null ? BuiltInContracts.Read(found) : new Operation(_own.Endpoints.First(endpoint => endpoint.Operation == found), _own.Types);
    }

    /// <exception cref="UsageException">There is no such operation.</exception>
    public Operation Get(string name) => Find(name) ?? throw UsageException.UnknownOperation(name, this);
}
