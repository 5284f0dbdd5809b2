using System.Collections.Concurrent;

namespace Esms.Runtime;

/// <summary>
/// The time limit of one call, joined with the caller's own cancellation. Sources go round in a pool, because a new one with its timer
/// for every call would cost more than the rest of the call's bookkeeping together.
/// </summary>
internal readonly struct Deadline
{
    /// <summary>Enough for many calls at a time; more are made and dropped.</summary>
    private const int MaxPooled = 256;

    private static readonly ConcurrentQueue<CancellationTokenSource> Pool = new();

    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;

    private Deadline(CancellationTokenSource source, CancellationTokenRegistration registration)
    {
        _source = source;
        _registration = registration;
    }

    public CancellationToken Token => _source.Token;

    public bool HasPassed => _source.IsCancellationRequested;

    public static Deadline Start(TimeSpan timeout, CancellationToken caller)
    {
        if (!Pool.TryDequeue(out var source))
            source = new CancellationTokenSource();
        source.CancelAfter(timeout);
        var registration = caller.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source);
        return new Deadline(source, registration);
    }

    /// <summary>Ends the time limit.</summary>
    /// <param name="isIdle">Whether nothing can hold on to the token any more; only then may the next call have its source.</param>
    public void Stop(bool isIdle)
    {
        _registration.Dispose();
        if (isIdle && Pool.Count < MaxPooled && _source.TryReset())
            Pool.Enqueue(_source);
        else
            _source.Dispose();
    }
}
