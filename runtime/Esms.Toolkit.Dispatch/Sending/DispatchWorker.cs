using Microsoft.Extensions.Hosting;

namespace Esms.Dispatching;

/// <summary>
/// Sends until the application stops. Then nothing new goes out, what is under way is waited for as long as the host waits, and the rest is
/// abandoned: the outbox knows of it, and the next worker settles it.
/// </summary>
internal abstract class DispatchWorker : BackgroundService
{
    private readonly CancellationTokenSource _abandoned = new();

    /// <summary>Ends tries whose answers nobody waits for any more.</summary>
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

    /// <summary>The host waits no longer.</summary>
    protected virtual void OnAbandoning() { }
}
