using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Esms.Emulator;

/// <summary>The message ids that sends were answered with. They are those of samples, so there are never more.</summary>
internal sealed class IssuedIds
{
    private readonly ConcurrentDictionary<string, byte> _ids = new(StringComparer.Ordinal);

    /// <param name="id">Null when an answer has none.</param>
    public void Add(JsonNode? id)
    {
        if (id is not null)
            _ids.TryAdd(id.ToString(), 0);
    }

    public bool Has(JsonNode? id) => id is JsonValue value && _ids.ContainsKey(value.ToString());
}
