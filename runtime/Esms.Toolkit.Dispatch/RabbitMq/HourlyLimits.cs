namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// What goes out in an hour, counted in this process: workers on several machines share nothing but the broker, which does not count. Minutes are
/// as fine as it gets, so an hour here is up to a minute longer.
/// </summary>
internal sealed class HourlyLimits(EsmsDispatchOptions options, SteadyClock clock)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly object _lock = new();
    private readonly Queue<(DateTimeOffset Began, int Messages, decimal Cost)> _ended = new();
    private (DateTimeOffset Began, int Messages, decimal Cost) _current;
    private int _messages;
    private decimal _cost;

    /// <summary>Takes room for a message.</summary>
    /// <returns>How long to wait when there is none; null when it may go.</returns>
    public EsmsDispatchPause? Take(decimal cost)
    {
        if (options.MaxMessagesPerHour is null && options.MaxCostPerHour is null)
            return null;
        lock (_lock)
        {
            var now = clock.Now;
            Forget(now);
            var reason =
                _messages >= options.MaxMessagesPerHour ? "As many messages went out in the last hour as may."
                : _cost + cost > options.MaxCostPerHour ? "The messages of the last hour cost as much as they may."
                : null;
            if (reason is not null)
                return new EsmsDispatchPause(
                    reason,
                    null,
                    clock.Shown + ((_ended.TryPeek(out var oldest) ? oldest : _current).Began + Hour + Minute - now)
                );
            Add(1, cost);
            return null;
        }
    }

    /// <summary>Gives the room back of a message that has certainly not gone out with this try.</summary>
    public void GiveBack(decimal cost)
    {
        lock (_lock)
            Add(-1, -cost);
    }

    private void Add(int messages, decimal cost)
    {
        _messages += messages;
        _cost += cost;
        _current = (_current.Began, _current.Messages + messages, _current.Cost + cost);
    }

    private void Forget(DateTimeOffset now)
    {
        if (now - _current.Began >= Minute)
        {
            if ((_current.Messages, _current.Cost) != (0, 0))
                _ended.Enqueue(_current);
            _current = (now, 0, 0);
        }
        while (_ended.TryPeek(out var oldest) && now - oldest.Began >= Hour + Minute)
        {
            _messages -= oldest.Messages;
            _cost -= oldest.Cost;
            _ended.Dequeue();
        }
    }
}
