using Microsoft.Extensions.Hosting;

namespace Esms.Receiving;

/// <summary>
/// When the application stops, finishes what was taken. The server stops before this does, and waits for the requests that it has; both have
/// the shutdown time of the host.
/// </summary>
internal sealed class CallbackShutdown(CallbackInbox inbox) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        inbox.Close(cancellationToken);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => inbox.WhenEmpty().WaitAsync(cancellationToken);

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
