using Microsoft.Extensions.Hosting;

namespace Esms.Dispatching;

/// <summary>Replaces the worker in processes that only enqueue and watch.</summary>
internal sealed class NoWorker : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
