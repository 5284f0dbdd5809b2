using System.Collections.Concurrent;
using Esms.Toolkit.Reader.Model;

namespace Esms.Emulator;

/// <summary>An endpoint that is served: its address, and what it was told to answer next.</summary>
internal sealed class EndpointBehaviour(EndpointModel endpoint)
{
    private readonly RoutePattern _route = new(endpoint.Route);
    private readonly ConcurrentQueue<Sample> _next = new();

    public EndpointModel Endpoint { get; } = endpoint;

    public bool IsTold => !_next.IsEmpty;

    public RateWindow Rate { get; } = new();

    /// <returns>The values in the path; null when the address is another one, whatever the method.</returns>
    public IReadOnlyDictionary<string, string>? Match(string path) => _route.Match(path);

    public bool Takes(string method) => method == _route.Method;

    /// <returns>False when there is no sample with this name.</returns>
    public bool AnswerNext(string sample)
    {
        if (Endpoint.Samples.FirstOrDefault(candidate => candidate.Name == sample) is not { } found)
            return false;
        _next.Enqueue(found);
        return true;
    }

    public Sample? TakeNext() => _next.TryDequeue(out var sample) ? sample : null;
}
