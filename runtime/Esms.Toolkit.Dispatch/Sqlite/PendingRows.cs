using Esms.Storage;

namespace Esms.Dispatching.Sqlite;

/// <summary>Rows of one caller that wait to be written.</summary>
internal sealed class PendingRows(string campaign, IReadOnlyList<OutboxMessage> sends)
{
    private readonly TaskCompletionSource<EsmsEnqueued> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private EsmsEnqueued _added = new(0, 0);
    private EsmsBatchException? _conflict;

    public int Count => sends.Count;

    /// <summary>A task that completes when the rows are on disk.</summary>
    public Task<EsmsEnqueued> Completion => _completion.Task;

    /// <summary>Adds the rows in a transaction. A conflict rolls back these rows only.</summary>
    public void Add(Database database)
    {
        try
        {
            _added = database.TransactPart(() => Enqueueing.Add(database, campaign, sends));
        }
        catch (EsmsBatchException conflict)
        {
            _conflict = conflict;
        }
    }

    /// <summary>Completes the call after the transaction is on disk.</summary>
    public void Complete()
    {
        if (_conflict is null)
            _completion.SetResult(_added);
        else
            _completion.SetException(_conflict);
    }

    public void Fail(Exception exception) => _completion.SetException(exception);
}
