using System.Collections.Concurrent;
using Esms.Storage;
using Microsoft.Data.Sqlite;

namespace Esms.Dispatching.Sqlite;

/// <summary>
/// Puts what callers enqueue into the journal. What waits shares one transaction, and so one wait for the disk; callers await it without a thread.
/// </summary>
/// <param name="file">The outbox.</param>
internal sealed class EnqueueWriter(OutboxFile file)
{
    /// <summary>A transaction takes no more rows than this, so that those who come next do not wait long.</summary>
    private const int MaxRows = 1000;

    private readonly ConcurrentQueue<PendingRows> _pending = new();
    private int _isWriting;

    /// <summary>Puts all rows into the journal, or none.</summary>
    /// <returns>Ends when they are on disk.</returns>
    /// <exception cref="EsmsBatchException">One is there with another content.</exception>
    /// <exception cref="IOException">The file cannot be written; the message says why.</exception>
    public Task<EsmsEnqueued> AddAsync(string campaign, IReadOnlyList<OutboxMessage> sends)
    {
        var rows = new PendingRows(campaign, sends);
        _pending.Enqueue(rows);
        if (Interlocked.Exchange(ref _isWriting, 1) == 0)
            _ = Task.Run(WriteAll, CancellationToken.None);
        return rows.Completion;
    }

    /// <summary>Only one thread writes, and only while something waits.</summary>
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
            file.EnsureInPlace();
            var database = file.Writes;
            database.Transact(() => Add(database, waiting));
            waiting.ForEach(static rows => rows.Complete());
            file.Notify();
        }
        catch (SqliteException exception)
        {
            Fail(waiting, file.Explain(exception));
        }
#pragma warning disable CA1031 // Whatever happens, every caller is told; none waits for ever.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(waiting, exception);
        }
    }

    /// <summary>Those of one caller are wrong without those of the others.</summary>
    private static int Add(Database database, List<PendingRows> waiting)
    {
        foreach (var rows in waiting)
            rows.Add(database);
        return waiting.Count;
    }

    private static void Fail(List<PendingRows> waiting, Exception exception) => waiting.ForEach(rows => rows.Fail(exception));
}
