using Esms.Toolkit.Contract;

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

internal sealed record IndexEntry(string Client, string Operation, bool IsKeyed);
