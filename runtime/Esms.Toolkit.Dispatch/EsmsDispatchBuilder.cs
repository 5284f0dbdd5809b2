using Esms.Dispatching;
using Esms.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Esms;

/// <summary>Says where the outbox is, and what is in it.</summary>
public sealed class EsmsDispatchBuilder
{
    internal EsmsDispatchBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the application.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The operations of contracts of the application's own, beside those of eSMS.</summary>
    internal List<EsmsEndpoint> Endpoints { get; } = [.. EsmsKeyedSends.All];

    private bool _hasBackend;
    private bool _hasWorker = true;

    /// <summary>Lets sends from contracts of the application's own wait in the outbox.</summary>
    /// <param name="endpoints">The generated list of the project that has the contracts, such as <c>ShopEsmsKeyedSends.All</c>.</param>
    /// <returns>The builder.</returns>
    public EsmsDispatchBuilder AddOperations(IEnumerable<EsmsEndpoint> endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        Endpoints.AddRange(endpoints);
        return this;
    }

    /// <summary>This process enqueues and watches, and leaves the sending to others.</summary>
    /// <returns>The builder.</returns>
    public EsmsDispatchBuilder WithoutWorker()
    {
        _hasWorker = false;
        return this;
    }

    /// <summary>Connects a backend: the place where the messages wait. The core knows no backend, and a backend knows no other one.</summary>
    /// <param name="createDispatcher">Creates the part that enqueues and watches. It must not require an account, which only a worker needs.</param>
    /// <param name="createWorker">Creates the part that sends. It is not called in a process without a worker.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="InvalidOperationException">The outbox has a backend.</exception>
    internal EsmsDispatchBuilder UseBackend(
        Func<IServiceProvider, IEsmsDispatcher> createDispatcher,
        Func<IServiceProvider, DispatchWorker> createWorker
    )
    {
        if (_hasBackend)
            throw new InvalidOperationException(
                "The outbox has a backend already, and an application has one outbox. Call one of the Use… methods, once."
            );
        _hasBackend = true;
        Services.AddSingleton(createDispatcher);
        // Resolved lazily, once the builder is fully configured.
        Services.AddSingleton<IHostedService>(provider => _hasWorker ? createWorker(provider) : new NoWorker());
        return this;
    }
}
