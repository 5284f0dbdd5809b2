using System.Collections.Frozen;
using Esms.Runtime;

namespace Esms.Dispatching;

/// <summary>The sends that an outbox can read, by the names of their operations.</summary>
/// <param name="endpoints">Those of eSMS, and those of the application's own contracts. The last one of a name wins.</param>
internal sealed class Operations(IEnumerable<EsmsEndpoint> endpoints)
{
    private readonly FrozenDictionary<string, EsmsEndpoint> _endpoints = endpoints
        .GroupBy(static endpoint => endpoint.Operation, StringComparer.Ordinal)
        .ToFrozenDictionary(static group => group.Key, static group => group.Last(), StringComparer.Ordinal);

    public EsmsEndpoint? Find(string operation) => _endpoints.GetValueOrDefault(operation);
}
