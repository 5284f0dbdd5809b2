namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// Looks whether messages without a result still wait anywhere, for readers that hear nothing for long: a queue that was deleted or emptied leaves rows
/// behind that never have one, and so does a stream that has dropped results.
/// </summary>
internal sealed class Backlog(Topology topology)
{
    /// <summary>Nobody has the messages then, but for a worker that has just ended, which needs no longer.</summary>
    private const int LooksWithoutWorker = 12;

    /// <summary>A worker may have the last ones in its hands for as long as many attempts take.</summary>
    private const int LooksWithWorker = 90;

    private int _looks;
    private bool _isQueueLost;

    /// <summary>Something came.</summary>
    public void Stir() => _looks = 0;

    /// <summary>A worker has met a queue that was deleted, so that what is in no queue is hardly in its hands.</summary>
    public void QueueIsLost() => _isQueueLost = true;

    /// <returns>What is wrong; null when rows may still have their results.</returns>
    public async Task<string?> FindProblemAsync(Session session, CancellationToken cancellationToken)
    {
        var (ready, workers) = (0L, 0L);
        foreach (var queue in topology.WaitingQueues)
        {
            if (await session.FindAsync(queue, cancellationToken).ConfigureAwait(false) is not { } found)
                return $"The queue {queue} was deleted, with the messages that waited in it.";
            ready += found.MessageCount;
            workers += queue == topology.Work ? found.ConsumerCount : 0;
        }
        _looks = ready == 0 ? _looks + 1 : 0;
        return _looks < (workers == 0 || _isQueueLost ? LooksWithoutWorker : LooksWithWorker)
            ? null
            : $"Messages without a result are in no queue of {topology.Work} any more: a queue was deleted or emptied, or the stream {topology.Results} "
                + "has dropped their results.";
    }
}
