namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// The rows of a batch while it is enqueued. It finds rows that come twice, which would never have as many results as there are rows; for that it
/// holds some 50 bytes for each.
/// </summary>
internal sealed class BatchBook(EsmsBatch batch, EsmsDispatchOptions options, RecentRows recent)
{
    private readonly Dictionary<UInt128, UInt128> _contents = [];
    private readonly HashSet<UInt128> _requestIds = [];

    /// <summary>Tells its messages from those of the same rows in another batch.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Rows that are to be enqueued.</summary>
    public long Added => _contents.Count;

    /// <summary>Rows that came once more, just as they were.</summary>
    public long Known { get; private set; }

    /// <summary>The same for the same rows with the same contents, in whatever order they come.</summary>
    public ulong Digest { get; private set; }

    /// <exception cref="EsmsBatchException">A row is wrong, or differs from an earlier one of its key.</exception>
    public async IAsyncEnumerable<OutboxMessage> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
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
            return known == content ? false : throw Problem(send, "the batch has it already, with another content.");
        if (send.HasOwnId && !_requestIds.Add(RowHash.Of(send.RequestId)))
            throw Problem(send, "the batch has its RequestId already, and eSMS would take it for a repeat of that row.");
        var key = RowHash.Of($"{send.Campaign.Length}:{send.Campaign}{send.Row}");
        if (!recent.Add(key, content))
            throw Problem(send, "it was enqueued before with another content. What is to be sent anew needs another campaign.");
        if (send.HasOwnId && !recent.Add(~RowHash.Of(send.RequestId), key))
            throw Problem(send, "another row was enqueued with its RequestId, and eSMS would take it for a repeat of that row.");
        _contents.Add(row, content);
        unchecked
        {
            Digest += (ulong)(row ^ content);
        }
        return true;
    }

    private EsmsBatchException Problem(OutboxMessage send, string problem) => new(batch.Campaign, send.Row, problem);
}
