using Esms.Toolkit.Reader.Model;

namespace Esms.Toolkit;

/// <summary>The names of all endpoints, sorted: what the shared files are made of. It changes only when a name does.</summary>
internal sealed record EndpointIndex(EquatableArray<IndexEntry> Entries)
{
    public IEnumerable<string> Clients => Entries.Select(static entry => entry.Client).Distinct(StringComparer.Ordinal);

    public static EndpointIndex Of(IEnumerable<IndexEntry> entries) =>
        new(
            new EquatableArray<IndexEntry>(
                entries.OrderBy(static entry => entry.Client, StringComparer.Ordinal).ThenBy(static entry => entry.Operation, StringComparer.Ordinal)
            )
        );
}

internal sealed record IndexEntry(string Client, string Operation, bool IsKeyed)
{
    /// <summary>The entry of an endpoint; nothing for other kinds of files.</summary>
    public static IEnumerable<IndexEntry> Of(ContractModel model) =>
        model is EndpointModel endpoint ? [new(endpoint.Client, endpoint.Operation, endpoint.Repeat.Key is not null)] : [];
}
