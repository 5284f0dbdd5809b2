using Microsoft.Extensions.Hosting;

namespace Esms.Dispatching;

/// <summary>
/// Sends until the application stops. Then it starts no attempt, and waits for those in flight as long as the host waits. It abandons the rest: the
/// outbox knows those messages, and the next worker resolves them.
/// </summary>
internal abstract class DispatchWorker : BackgroundService
{
    private readonly CancellationTokenSource _abandoned = new();

    /// <summary>Cancels the attempts in flight, when the host waits no longer.</summary>
    protected CancellationToken Abandoned => _abandoned.Token;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        OnAbandoning();
        await _abandoned.CancelAsync().ConfigureAwait(false);
        if (ExecuteTask is { } execution)
            await execution.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public override void Dispose()
    {
        base.Dispose();
        _abandoned.Dispose();
    }

    /// <summary>Called when the host stops waiting.</summary>
    protected virtual void OnAbandoning() { }
}
