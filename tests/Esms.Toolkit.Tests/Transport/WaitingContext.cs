namespace Esms.Tests.Transport;

/// <summary>The context of a user interface whose thread is busy: what is posted to it does not run.</summary>
internal sealed class WaitingContext : SynchronizationContext
{
    private int _posts;

    public int Posts => Volatile.Read(ref _posts);

    public override void Post(SendOrPostCallback d, object? state)
    {
        Interlocked.Increment(ref _posts);
        base.Post(d, state); // So that a test ends, whatever it finds.
    }

    /// <summary>Begins something as the thread of the user interface does.</summary>
    public T Begin<T>(Func<T> begin)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            return begin();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
