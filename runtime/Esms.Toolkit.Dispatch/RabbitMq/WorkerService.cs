using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Esms.Dispatching.RabbitMq;

/// <summary>Runs the worker as long as the application runs, unless it was built without one.</summary>
internal sealed class WorkerService(EsmsDispatchBuilder builder, IServiceProvider services) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        builder.HasWorker ? CreateWorker().RunAsync(stoppingToken) : Task.CompletedTask;

    /// <summary>Late, because without a worker an application needs no account.</summary>
    private RabbitMqWorker CreateWorker() => new(
        services.GetRequiredService<Broker>(),
        services.GetRequiredService<KeptSender>(),
        services.GetRequiredService<IOptions<EsmsDispatchOptions>>().Value,
        services.GetRequiredService<TimeProvider>(),
        services.GetRequiredService<ILogger<RabbitMqWorker>>());
}
