namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// The rows of a batch while it is enqueued. It finds duplicate rows, because a batch with duplicates would never get as many results as it has rows.
/// It uses about 50 bytes for each row.
/// </summary>
internal sealed class BatchBook(EsmsBatch batch, EsmsDispatchOptions options, RecentRows recent)
{
    private readonly Dictionary<UInt128, UInt128> _contents = [];
    private readonly HashSet<UInt128> _requestIds = [];

    /// <summary>The id that separates the messages of this batch from those of the same rows in another batch.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The number of rows to enqueue.</summary>
    public long Added => _contents.Count;

    /// <summary>The number of rows that came again unchanged.</summary>
    public long Known { get; private set; }

    /// <summary>A digest of rows and contents that does not depend on their order.</summary>
    public ulong Digest { get; private set; }

    /// <exception cref="EsmsBatchException">A row is invalid, or differs from an earlier one with the same key.</exception>
    public async IAsyncEnumerable<OutboxMessage> ReadAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var row in batch.Rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var send = OutboxMessage.Of(batch.Campaign, row, options);
            if (Add(send))
                yield return send;
            else
                Known++;
        }
    }

    private bool Add(OutboxMessage send)
    {
        var (row, content) = (RowHash.Of(send.Row), RowHash.OfContent(send));
        if (_contents.TryGetValue(row, out var known))
            return known == content ? false : throw Problem(send, "the batch already has it with other content.");
        if (send.HasOwnId && !_requestIds.Add(RowHash.Of(send.RequestId)))
            throw Problem(send, "another row of the batch has its RequestId, so eSMS would treat it as a duplicate of that row.");
        var key = RowHash.Of($"{send.Campaign.Length}:{send.Campaign}{send.Row}");
        if (!recent.Add(key, content))
            throw Problem(send, "it was enqueued before with other content. Use another campaign to send it again.");
        if (send.HasOwnId && !recent.Add(~RowHash.Of(send.RequestId), key))
            throw Problem(send, "another row was enqueued with its RequestId, so eSMS would treat it as a duplicate of that row.");
        _contents.Add(row, content);
        unchecked
        {
            Digest += (ulong)(row ^ content);
        }
        return true;
    }

    private EsmsBatchException Problem(OutboxMessage send, string problem) => new(batch.Campaign, send.Row, problem);
}
