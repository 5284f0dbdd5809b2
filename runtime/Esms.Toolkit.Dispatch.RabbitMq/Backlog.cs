namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// Checks whether messages without a result are still in a queue, for readers that have received nothing for long. Messages of a deleted or purged
/// queue never get a result. Results that the stream has dropped are lost too.
/// </summary>
internal sealed class Backlog(Topology topology)
{
    /// <summary>Without a worker, no process has the messages. The extra checks cover a worker that has just ended.</summary>
    private const int LooksWithoutWorker = 12;

    /// <summary>A worker may hold the last messages for as long as many attempts take.</summary>
    private const int LooksWithWorker = 90;

    private int _looks;
    private bool _isQueueLost;

    /// <summary>Resets the checks because a record has arrived.</summary>
    public void Reset() => _looks = 0;

    /// <summary>Notes that a worker has met a deleted queue. A message that is in no queue is then unlikely to be with a worker.</summary>
    public void NoteLostQueue() => _isQueueLost = true;

    /// <returns>The problem; null while messages may still get their results.</returns>
    public async Task<string?> FindProblemAsync(Session session, CancellationToken cancellationToken)
    {
        var (ready, workers) = (0L, 0L);
        foreach (var queue in topology.WaitingQueues)
        {
            if (await session.FindAsync(queue, cancellationToken).ConfigureAwait(false) is not { } found)
                return $"The queue {queue} was deleted, with the messages in it.";
            ready += found.MessageCount;
            workers += queue == topology.Work ? found.ConsumerCount : 0;
        }
        _looks = ready == 0 ? _looks + 1 : 0;
        return _looks < (workers == 0 || _isQueueLost ? LooksWithoutWorker : LooksWithWorker)
            ? null
            : $"Messages without a result are no longer in any queue of {topology.Work}: a queue was deleted or purged, or the stream {topology.Results} "
                + "has dropped their results.";
    }
}
