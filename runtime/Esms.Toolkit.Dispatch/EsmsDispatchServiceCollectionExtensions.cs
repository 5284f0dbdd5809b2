using Esms.Dispatching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Esms;

/// <summary>Puts an outbox for sends into a service collection.</summary>
public static class EsmsDispatchServiceCollectionExtensions
{
    /// <summary>
    /// Adds an <see cref="IEsmsDispatcher"/>, and a worker that sends as long as the application runs. Say on the builder where the outbox is. The
    /// account is one that was added with <c>AddEsms</c>.
    /// </summary>
    /// <param name="services">The collection.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>A builder that says where the outbox is.</returns>
    /// <exception cref="InvalidOperationException">It was called before.</exception>
    public static EsmsDispatchBuilder AddEsmsDispatch(this IServiceCollection services, Action<EsmsDispatchOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(static service => service.ServiceType == typeof(OutboxSender)))
            throw new InvalidOperationException(
                $"{nameof(AddEsmsDispatch)} was called before: an application has one outbox, for one account. Send the messages of another account "
                    + "from a process of its own, or call eSMS directly."
            );
        var builder = new EsmsDispatchBuilder(services);
        services.AddOptions<EsmsDispatchOptions>().ValidateOnStart();
        if (configure is not null)
            services.Configure(configure);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(static provider => new SteadyClock(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IValidateOptions<EsmsDispatchOptions>>(new DispatchOptionsValidator());
        // Made late, when the builder has been told of all.
        services.AddSingleton(_ => new Operations(builder.Endpoints));
        services.AddSingleton(static provider => new OutboxSender(
            ConnectionOf(provider),
            provider.GetRequiredService<Operations>(),
            provider.GetRequiredService<IOptions<EsmsDispatchOptions>>().Value,
            provider.GetRequiredService<SteadyClock>(),
            provider.GetRequiredService<ILogger<OutboxSender>>()
        ));
        return builder;
    }

    private static EsmsConnection ConnectionOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<EsmsDispatchOptions>>().Value.Account is { } account
            ? provider.GetRequiredKeyedService<EsmsConnection>(account)
            : provider.GetRequiredService<EsmsConnection>();
}
