namespace Esms.Tests.Receiving.Server;

/// <summary>A handler that waits until it is let go, and counts.</summary>
internal sealed class Gate
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Signal _entered = new();
    private int _handled;

    /// <summary>How many have passed.</summary>
    public int Handled => Volatile.Read(ref _handled);

    public async Task HandleAsync(DeliveryCallback callback, CancellationToken cancellationToken)
    {
        _entered.Set();
        await _open.Task.WaitAsync(cancellationToken);
        Interlocked.Increment(ref _handled);
    }

    /// <summary>Completes when one more has entered.</summary>
    public Task EnteredAsync() => _entered.NextAsync();

    public void Open() => _open.TrySetResult();
}
