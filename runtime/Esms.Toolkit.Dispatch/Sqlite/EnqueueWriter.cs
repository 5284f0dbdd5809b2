using System.Collections.Concurrent;
using Esms.Storage;

namespace Esms.Dispatching.Sqlite;

/// <summary>
/// Writes enqueued messages to the journal. Waiting callers share one transaction, and so one wait for the disk. They hold no thread.
/// </summary>
/// <param name="file">The outbox.</param>
internal sealed class EnqueueWriter(OutboxFile file)
{
    /// <summary>The maximum number of rows in a transaction, so that the next callers do not wait long.</summary>
    private const int MaxRows = 1000;

    private readonly ConcurrentQueue<PendingRows> _pending = new();
    private int _isWriting;

    /// <summary>Writes all rows to the journal, or none.</summary>
    /// <returns>A task that completes when they are on disk.</returns>
    /// <exception cref="EsmsBatchException">A row is there with other content.</exception>
    /// <exception cref="IOException">The file cannot be written; the message says why.</exception>
    public Task<EsmsEnqueued> AddAsync(string campaign, IReadOnlyList<OutboxMessage> sends)
    {
        var rows = new PendingRows(campaign, sends);
        _pending.Enqueue(rows);
        if (Interlocked.Exchange(ref _isWriting, 1) == 0)
            _ = Task.Run(WriteAll, CancellationToken.None);
        return rows.Completion;
    }

    /// <summary>Only one thread writes, and only while rows wait.</summary>
    private void WriteAll()
    {
        do
        {
            while (TakeWaiting() is { Count: > 0 } waiting)
                Write(waiting);
            Volatile.Write(ref _isWriting, 0);
        } while (!_pending.IsEmpty && Interlocked.Exchange(ref _isWriting, 1) == 0);
    }

    private List<PendingRows> TakeWaiting()
    {
        var waiting = new List<PendingRows>();
        for (var count = 0; count < MaxRows && _pending.TryDequeue(out var rows); count += rows.Count)
            waiting.Add(rows);
        return waiting;
    }

    private void Write(List<PendingRows> waiting)
    {
        try
        {
            file.Write(database => Add(database, waiting));
            waiting.ForEach(static rows => rows.Complete());
            file.Notify();
        }
#pragma warning disable CA1031 // Whatever happens, every caller gets the exception, and none waits forever.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(waiting, exception);
        }
    }

    /// <summary>A conflict of one caller does not affect the others.</summary>
    private static int Add(Database database, List<PendingRows> waiting)
    {
        foreach (var rows in waiting)
            rows.Add(database);
        return waiting.Count;
    }

    private static void Fail(List<PendingRows> waiting, Exception exception) => waiting.ForEach(rows => rows.Fail(exception));
}
