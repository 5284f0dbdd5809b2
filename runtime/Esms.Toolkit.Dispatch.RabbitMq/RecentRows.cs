namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// The rows that this process has enqueued recently. The broker does not read messages, so only this class can report at once that a row is enqueued
/// with other content. Content from another process is found when both messages have their results.
/// </summary>
internal sealed class RecentRows
{
    /// <summary>About ten megabytes.</summary>
    private const int Most = 100_000;

    private readonly object _lock = new();
    private readonly Dictionary<UInt128, UInt128> _contents = [];
    private readonly Queue<UInt128> _order = [];

    /// <summary>Remembers a row.</summary>
    /// <returns>Whether the row is new, or the same as before.</returns>
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
