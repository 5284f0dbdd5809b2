using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Esms.Emulator;

/// <summary>Something that has happened to a message.</summary>
/// <param name="Kind">What.</param>
/// <param name="MessageId">The message.</param>
/// <param name="At">When, by the clock of the emulator.</param>
public sealed record EmulatorChange(EmulatorChangeKind Kind, string MessageId, DateTimeOffset At);

/// <summary>What can happen to a message.</summary>
public enum EmulatorChangeKind
{
    /// <summary>It was accepted.</summary>
    Accepted,

    /// <summary>It has come one step further.</summary>
    Moved,

    /// <summary>Its callback was tried.</summary>
    CalledBack,

    /// <summary>Somebody has changed its course by hand.</summary>
    Edited,
}

/// <summary>Tells listeners what happens. A listener that is too slow misses the oldest; nothing waits for it.</summary>
internal sealed class ChangeFeed(EmulatorClock clock)
{
    private const int Kept = 1000;
    private const int MostMoves = 20_000;

    private readonly object _lock = new();
    private readonly List<Channel<EmulatorChange>> _listeners = [];
    private readonly PriorityQueue<(string Id, long At), long> _moves = new();

    /// <summary>Raised for whatever may have changed what is due next.</summary>
    public event EventHandler? Published;

    public void Accepted(EmulatedMessage message)
    {
        Expect(message);
        Publish(EmulatorChangeKind.Accepted, message.Id);
    }

    /// <summary>The steps that a message will make.</summary>
    public void Expect(EmulatedMessage message)
    {
        lock (_lock)
        {
            foreach (var step in (ReadOnlySpan<DateTimeOffset>)[message.ApprovedAt, message.SentAt, message.FinishedAt])
            {
                var at = step.ToUnixTimeMilliseconds();
                if (at > clock.Now && _moves.Count < MostMoves)
                    _moves.Enqueue((message.Id, at), at);
            }
        }
    }

    /// <summary>What is due next may be another thing now.</summary>
    public void Wake() => Published?.Invoke(this, EventArgs.Empty);

    public void Publish(EmulatorChangeKind kind, string messageId)
    {
        if (kind != EmulatorChangeKind.Moved)
            Wake();
        var change = new EmulatorChange(kind, messageId, clock.GetUtcNow());
        lock (_lock)
        {
            foreach (var listener in _listeners)
                listener.Writer.TryWrite(change);
        }
    }

    /// <summary>Tells of the steps that the clock has passed.</summary>
    /// <returns>When the next is due; null when none is.</returns>
    public long? PublishMoves()
    {
        lock (_lock)
        {
            while (_moves.TryPeek(out var move, out var at) && at <= clock.Now)
            {
                _moves.Dequeue();
                Publish(EmulatorChangeKind.Moved, move.Id);
            }
            return _moves.TryPeek(out _, out var next) ? next : null;
        }
    }

    public async IAsyncEnumerable<EmulatorChange> ListenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var channel = Channel.CreateBounded<EmulatorChange>(new BoundedChannelOptions(Kept) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_lock)
            _listeners.Add(channel);
        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
                yield return change;
        }
        finally
        {
            lock (_lock)
                _listeners.Remove(channel);
        }
    }
}
