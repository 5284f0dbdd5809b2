namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// What this process has enqueued lately. The broker does not look into messages, so only this can say at once that a row is there with another content;
/// what another process has enqueued is found when both have their results.
/// </summary>
internal sealed class RecentRows
{
    /// <summary>Some ten megabytes.</summary>
    private const int Most = 100_000;

    private readonly object _lock = new();
    private readonly Dictionary<UInt128, UInt128> _contents = [];
    private readonly Queue<UInt128> _order = [];

    /// <summary>Remembers a row.</summary>
    /// <returns>Whether it is new, or the same as before.</returns>
    public bool Add(UInt128 row, UInt128 content)
    {
        lock (_lock)
        {
            if (_contents.TryGetValue(row, out var known))
                return known == content;
            if (_contents.Count == Most)
                _contents.Remove(_order.Dequeue());
            _contents.Add(row, content);
            _order.Enqueue(row);
            return true;
        }
    }
}
