using Esms.Dispatching;
using Esms.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Esms;

/// <summary>Configures an outbox: where the messages wait, and which operations it can send.</summary>
public sealed class EsmsDispatchBuilder
{
    internal EsmsDispatchBuilder(IServiceCollection services) => Services = services;

    /// <summary>Gets the services of the application.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The operations that can wait in the outbox: those of eSMS and those of the application's own contracts.</summary>
    internal List<EsmsEndpoint> Endpoints { get; } = [.. EsmsKeyedSends.All];

    private bool _hasBackend;
    private bool _hasWorker = true;

    /// <summary>Adds operations of the application's own contracts to the outbox.</summary>
    /// <param name="endpoints">The generated list of the project with the contracts, such as <c>ShopEsmsKeyedSends.All</c>.</param>
    /// <returns>The builder.</returns>
    public EsmsDispatchBuilder AddOperations(IEnumerable<EsmsEndpoint> endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        Endpoints.AddRange(endpoints);
        return this;
    }

    /// <summary>Registers no worker: this process enqueues and watches, and other processes send.</summary>
    /// <returns>The builder.</returns>
    public EsmsDispatchBuilder WithoutWorker()
    {
        _hasWorker = false;
        return this;
    }

    /// <summary>
    /// Connects a backend, which is the place where the messages wait. The core knows no backend, and no backend knows another one.
    /// </summary>
    /// <param name="createDispatcher">Creates the part that enqueues and watches. It must not require an account, which only a worker needs.</param>
    /// <param name="createWorker">Creates the part that sends. It is not called in a process without a worker.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">The outbox already has a backend.</exception>
    internal EsmsDispatchBuilder UseBackend(
        Func<IServiceProvider, IEsmsDispatcher> createDispatcher,
        Func<IServiceProvider, DispatchWorker> createWorker
    )
    {
        if (_hasBackend)
            throw new InvalidOperationException("The outbox already has a backend, and an application has one outbox. Call one Use… method, once.");
        _hasBackend = true;
        Services.AddSingleton(createDispatcher);
        // Resolved lazily, once the builder is fully configured.
        Services.AddSingleton<IHostedService>(provider => _hasWorker ? createWorker(provider) : new NoWorker());
        return this;
    }
}
