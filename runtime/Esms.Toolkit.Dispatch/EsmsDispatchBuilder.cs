using Esms.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Esms;

/// <summary>Says where the outbox is, and what is in it.</summary>
public sealed class EsmsDispatchBuilder
{
    internal EsmsDispatchBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the application.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The operations of contracts of the application's own, beside those of eSMS.</summary>
    internal List<EsmsEndpoint> Endpoints { get; } = [.. EsmsKeyedSends.All];

    /// <summary>Whether this process sends; else it only enqueues and watches.</summary>
    internal bool HasWorker { get; private set; } = true;

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
        HasWorker = false;
        return this;
    }
}
