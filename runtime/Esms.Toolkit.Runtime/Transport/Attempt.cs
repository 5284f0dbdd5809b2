namespace Esms.Runtime;

/// <summary>
/// One try at a call: its time limit, joined with the caller's own cancellation, and the buffer for its answer. Attempts go round in a
/// pool, because new ones for every call would cost more than the rest of the call's bookkeeping together.
/// </summary>
#pragma warning disable CA1001 // The source is disposed of when it cannot go back to the pool; until then it must not be.
internal sealed class Attempt
#pragma warning restore CA1001
{
    /// <summary>Enough for many calls at a time; more are made and dropped.</summary>
    private const int MaxPooled = 256;

    private static readonly object Gate = new();

    /// <summary>The one that came back last to this thread, in front of the pool: enough as long as calls follow one another.</summary>
    [ThreadStatic]
    private static Attempt? _last;

    /// <summary>The pool, a list through <see cref="_next"/>: a collection would be linked into every native app for it.</summary>
    private static Attempt? _pool;

    private static int _pooled;

    private readonly CancellationTokenSource _source = new();
    private CancellationTokenRegistration _registration;
    private Attempt? _next;
    private bool _isTimed;

    private Attempt() { }

    /// <summary>What is tried. As the settings, it lives as long as an attempt, so that it costs nothing to be kept here.</summary>
    public EsmsEndpoint Endpoint { get; private set; } = null!;

    /// <summary>The bounds of the call.</summary>
    public CallSettings Settings { get; private set; } = null!;

    /// <summary>The id of a send; null for calls without one.</summary>
    public string? RequestId { get; private set; }

    /// <summary>The caller's own cancellation.</summary>
    public CancellationToken Caller { get; private set; }

    public AnswerBuffer Answer { get; } = new();

    /// <summary>How long it may take.</summary>
    public TimeSpan Limit { get; private set; }

    /// <summary>Whether nothing can hold on to the token or the buffer any more; only then may another try have them.</summary>
    public bool IsIdle { get; set; }

    public CancellationToken Token => _source.Token;

    public bool IsLate => _source.IsCancellationRequested;

    /// <summary>What the wire has seen; null when nobody can have changed, repeated or lost the request on the way there.</summary>
    public WatchedMethod? Record { get; set; }

    public static Attempt Start(in LogicalCall call, CallSettings settings, TimeSpan limit, CancellationToken caller)
    {
        var attempt = _last ?? TakeFromPool() ?? new Attempt();
        _last = null;
        attempt.Endpoint = call.Endpoint;
        attempt.Settings = settings;
        attempt.RequestId = call.RequestId;
        attempt.Caller = caller;
        attempt.Limit = limit;
        attempt._isTimed = false;
        attempt.IsIdle = false;
        attempt._registration = caller.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), attempt._source);
        attempt.Answer.Reset(settings.MaxResponseBytes);
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
            _source.CancelAfter(Limit);
        }
        return task;
    }

    /// <summary>
    /// Ends the try. Nothing of it may be used afterwards, and the pool, which outlives connections, keeps none of their keys alive.
    /// </summary>
    /// <param name="request">What went out; null when nothing did.</param>
    /// <param name="answer">What came.</param>
    public void Stop(HttpRequestMessage? request, HttpResponseMessage? answer)
    {
        answer?.Dispose();
        Record?.Close();
        request?.Dispose();
        _registration.Dispose();
        Caller = default;
        Record = null;
        RequestId = null;
        if (!IsIdle || !_source.TryReset())
            _source.Dispose();
        else if (_last is null)
            _last = this;
        else
            PutIntoPool(this);
    }

    private static Attempt? TakeFromPool()
    {
        lock (Gate)
        {
            if (_pool is not { } attempt)
                return null;
            _pool = attempt._next;
            attempt._next = null;
            _pooled--;
            return attempt;
        }
    }

    private static void PutIntoPool(Attempt attempt)
    {
        lock (Gate)
        {
            if (_pooled == MaxPooled)
                return;
            attempt._next = _pool;
            _pool = attempt;
            _pooled++;
        }
    }
}
