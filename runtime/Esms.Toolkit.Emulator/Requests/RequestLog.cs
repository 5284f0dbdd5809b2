using System.Collections.Concurrent;

namespace Esms.Emulator;

/// <summary>The latest requests.</summary>
internal sealed class RequestLog
{
    private const int Kept = 1000;

    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<ReceivedRequest> Latest => [.. _requests];

    public void Add(ReceivedRequest request)
    {
        _requests.Enqueue(request);
        while (_requests.Count > Kept)
            _requests.TryDequeue(out _);
    }
}
