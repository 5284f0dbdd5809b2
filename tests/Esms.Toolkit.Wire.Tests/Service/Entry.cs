using System.Collections.Concurrent;

namespace Esms.Wire.Tests.Service;

/// <summary>What the service has seen of one call.</summary>
internal sealed class Entry(Fault fault)
{
    private readonly ConcurrentDictionary<string, byte> _requestIds = new(StringComparer.Ordinal);
    private int _arrived;
    private int _accepted;
    private int _held;

    public Fault Fault => fault;

    /// <summary>Called when a request has arrived whole.</summary>
    public Action? Arrived { get; init; }

    /// <summary>How many requests arrived whole.</summary>
    public int OnTheWire => _arrived;

    /// <summary>How many messages were accepted.</summary>
    public int Accepted => _accepted;

    /// <summary>How many requests the service may be taken to have accepted: all but those of which it said that it did nothing.</summary>
    public int Held => _held;

    /// <summary>A request is there.</summary>
    /// <param name="isRedirected">Whether it was sent to where a redirect leads, at which nothing is wrong.</param>
    /// <returns>What happens to it.</returns>
    public Fault Arrive(bool isRedirected)
    {
        var number = Interlocked.Increment(ref _arrived);
        var now = isRedirected || (fault.IsOnce && number > 1) ? Fault.None : fault;
        if (!now.IsRejection)
            Interlocked.Increment(ref _held);
        Arrived?.Invoke();
        return now;
    }

    /// <summary>Does what the service does with a message.</summary>
    /// <returns>Its answer.</returns>
    public string Accept(string? requestId)
    {
        if (requestId is not null && !_requestIds.TryAdd(requestId, 0))
            return Answers.Duplicate;
        Interlocked.Increment(ref _accepted);
        return Answers.Accepted;
    }
}
