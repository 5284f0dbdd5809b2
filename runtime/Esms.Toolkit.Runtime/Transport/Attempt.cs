using System.Collections.Concurrent;

namespace Esms.Runtime;

/// <summary>
/// What one try at a call needs: a time limit, joined with the caller's own cancellation, and a buffer for the answer. These go round in a
/// pool, because new ones for every call would cost more than the rest of the call's bookkeeping together.
/// </summary>
#pragma warning disable CA1001 // The source is disposed of when it cannot go back to the pool; until then it must not be.
internal sealed class Attempt
#pragma warning restore CA1001
{
    /// <summary>Enough for many calls at a time; more are made and dropped.</summary>
    private const int MaxPooled = 256;

    private static readonly ConcurrentQueue<Attempt> Pool = new();

    /// <summary>The one that came back last, in front of the queue: enough as long as calls follow one another.</summary>
    private static Attempt? _last;

    private readonly CancellationTokenSource _source = new();
    private CancellationTokenRegistration _registration;
    private TimeSpan _timeout;
    private bool _isTimed;

    private Attempt()
    {
    }

    public AnswerBuffer Answer { get; } = new();

    public CancellationToken Token => _source.Token;

    public bool IsLate => _source.IsCancellationRequested;

    public static Attempt Start(TimeSpan timeout, int maxResponseBytes, CancellationToken caller)
    {
        var attempt = Interlocked.Exchange(ref _last, null);
        if (attempt is null && !Pool.TryDequeue(out attempt))
            attempt = new Attempt();
        attempt._timeout = timeout;
        attempt._isTimed = false;
        attempt._registration = caller.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), attempt._source);
        attempt.Answer.Reset(maxResponseBytes);
        return attempt;
    }

    /// <summary>Lets the time run from the first task that has to be waited for: one that is complete needs no timer.</summary>
    /// <typeparam name="T">The type of the task.</typeparam>
    /// <param name="task">What is about to be awaited.</param>
    /// <returns>The same task.</returns>
    public T Timed<T>(T task)
        where T : Task
    {
        if (!task.IsCompleted && !_isTimed)
        {
            _isTimed = true;
            _source.CancelAfter(_timeout);
        }
        return task;
    }

    /// <summary>Ends the try.</summary>
    /// <param name="isIdle">Whether nothing can hold on to the token or the buffer any more; only then may another try have them.</param>
    public void Stop(bool isIdle)
    {
        _registration.Dispose();
        if (!isIdle || !_source.TryReset())
            _source.Dispose();
        else if (Interlocked.CompareExchange(ref _last, this, null) is not null && Pool.Count < MaxPooled)
            Pool.Enqueue(this);
    }
}
