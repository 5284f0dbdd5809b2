namespace Esms.Dispatching.RabbitMq;

/// <summary>
/// The rows of a batch while it is enqueued. It finds rows that come twice, which would never have as many results as there are rows; for that it
/// holds some 50 bytes for each.
/// </summary>
internal sealed class BatchBook(EsmsBatch batch, EsmsDispatchOptions options)
{
    private readonly Dictionary<UInt128, UInt128> _contents = [];
    private readonly HashSet<UInt128> _requestIds = [];

    /// <summary>Rows that are to be enqueued.</summary>
    public long Added => _contents.Count;

    /// <summary>Rows that came once more, just as they were.</summary>
    public long Known { get; private set; }

    /// <summary>The same for the same rows, in whatever order they come.</summary>
    public ulong Digest { get; private set; }

    /// <exception cref="EsmsBatchException">A row is wrong, or differs from an earlier one of its key.</exception>
    public async IAsyncEnumerable<KeptSend> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in batch.Rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var send = KeptSend.Of(batch.Campaign, row, options);
            if (Add(send))
                yield return send;
            else
                Known++;
        }
    }

    private bool Add(KeptSend send)
    {
        var (row, content) = (RowHash.Of(send.Row), RowHash.Of(send.Request.Span));
        if (!_contents.TryAdd(row, content))
            return _contents[row] == content ? false : throw Problem(send, "the batch has it already, with another content.");
        if (send.HasOwnId && !_requestIds.Add(RowHash.Of(send.RequestId)))
            throw Problem(send, "the batch has its RequestId already, and eSMS would take it for a repeat of that row.");
        unchecked
        {
            Digest += (ulong)row;
        }
        return true;
    }

    private EsmsBatchException Problem(KeptSend send, string problem) => new(batch.Campaign, send.Row, problem);
}
