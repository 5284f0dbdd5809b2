using System.Collections.Concurrent;

namespace Esms.Tests.Receiving.Server;

/// <summary>A handler that keeps what it was given.</summary>
internal sealed class Deliveries
{
    private readonly ConcurrentQueue<DeliveryCallback> _received = new();

    public IReadOnlyList<DeliveryCallback> Received => [.. _received];

    public IEnumerable<string> Ids => _received.Select(static callback => callback.SmsId);

    public Task KeepAsync(DeliveryCallback callback, CancellationToken cancellationToken)
    {
        _received.Enqueue(callback);
        return Task.CompletedTask;
    }
}
