using System.Collections.Concurrent;

namespace Esms.Toolkit.Hostile.Server;

/// <summary>
/// What the service has accepted. It knows a RequestId again, as eSMS does; how often a send was accepted is counted apart from that.
/// </summary>
internal sealed class Journal
{
    private readonly ConcurrentDictionary<string, int> _requestIds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, int> _accepted = new();
    private int _garbled;

    /// <summary>How many sends were accepted more than once: for each, somebody got a message twice.</summary>
    public int Twice => _accepted.Values.Count(static times => times > 1);

    /// <summary>How many requests were not what their sender meant.</summary>
    public int Garbled => _garbled;

    public bool HasAccepted(int send) => _accepted.ContainsKey(send);

    /// <returns>False when the RequestId is known.</returns>
    public bool TryAccept(string requestId, int send)
    {
        if (!_requestIds.TryAdd(requestId, send))
            return false;
        _accepted.AddOrUpdate(send, 1, static (_, times) => times + 1);
        return true;
    }

    public void AddGarbled() => Interlocked.Increment(ref _garbled);
}
